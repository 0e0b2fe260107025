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

    /** Throws {@link SettingsException} if a turn names a profile that there is not. */
    public ScriptSource(Scripts scripts, ProfileTable profiles) {
        var cursors = new Cursors();
        sessions = scripts.sessions();
        usual = scripts.usual().map(script -> new Performance(script, "", new Cursor(""), cursors, profiles));
        scripts.named()
                .forEach((name, script) ->
                        named.put(name, new Performance(script, name, cursors.lasting(name), cursors, profiles)));
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
