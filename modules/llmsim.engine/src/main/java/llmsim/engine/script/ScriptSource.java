package llmsim.engine.script;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import llmsim.api.settings.NearMiss;
import llmsim.api.settings.SettingsException;
import llmsim.engine.latency.ProfileTable;
import llmsim.engine.source.Decided;
import llmsim.engine.source.Source;

/**
 * Answers with the turns of the usual script, and has no answer where there is none. Those of other scripts are sources
 * of their own. Thread-safe.
 */
public final class ScriptSource implements Source {
    private final SessionKey sessions;
    private final Optional<Performance> usual;
    private final Map<String, Performance> named = new LinkedHashMap<>();
    private final Cursors cursors;
    private final ProfileTable profiles;

    /** From the beginning. Throws {@link SettingsException} if a turn names a profile that there is not. */
    public ScriptSource(Scripts scripts, ProfileTable profiles) {
        this.cursors = new Cursors();
        this.profiles = profiles;
        sessions = scripts.sessions();
        usual = scripts.usual().map(script -> performance(script, "", "", new Cursor("")));
        scripts.named()
                .forEach((name, script) -> named.put(name, performance(script, name, name, cursors.lasting(name))));
    }

    private ScriptSource(Scripts scripts, ProfileTable profiles, ScriptSource before) {
        this.cursors = before.cursors;
        this.profiles = profiles;
        sessions = scripts.sessions();
        usual = scripts.usual().map(script -> next("", script, before.usual));
        scripts.named()
                .forEach((name, script) ->
                        named.put(name, next(name, script, Optional.ofNullable(before.named.get(name)))));
    }

    /**
     * Other scripts in place of these: one that is the same goes on where it was, another begins. Throws
     * {@link SettingsException} if a turn names a profile that there is not.
     */
    public ScriptSource become(Scripts scripts, ProfileTable others) {
        return new ScriptSource(scripts, others, this);
    }

    private Performance next(String name, Script script, Optional<Performance> before) {
        return before.filter(performance -> performance.script().equals(script))
                .map(performance -> performance.with(profiles))
                .orElseGet(() -> {
                    var key = cursors.added(name);
                    return performance(script, name, key, cursors.lasting(key));
                });
    }

    private Performance performance(Script script, String name, String key, Cursor common) {
        return new Performance(script, name, key, common, cursors, profiles);
    }

    /** How far each script is: that for requests that name none, which is called by an empty text, and the named ones. */
    public Map<String, Long> given() {
        var given = new LinkedHashMap<String, Long>();
        usual.ifPresent(performance -> given.put("", performance.given()));
        named.forEach((name, performance) -> given.put(name, performance.given()));
        return given;
    }

    @Override
    public Optional<Decided> decide(Asked asked) {
        return usual.map(performance -> answer(performance, asked));
    }

    /** The source that always answers with the turns of a script; {@link SettingsException} if there is none of the name. */
    public Source named(String name) {
        var performance = named.get(name);
        if (performance == null) {
            var shown = name.length() <= 60 ? name : name.substring(0, 57) + "...";
            var hint = named.isEmpty()
                    ? "; there are no named scripts"
                    : NearMiss.hint(name, new TreeSet<>(named.keySet()));
            throw new SettingsException("there is no script '" + shown + "'" + hint);
        }
        return asked -> Optional.of(answer(performance, asked));
    }

    private Decided answer(Performance performance, Asked asked) {
        return performance.answer(asked, sessions.of(asked.call().caller()));
    }
}
