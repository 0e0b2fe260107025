package llmsim.engine.script;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import llmsim.api.problem.Category;
import llmsim.api.problem.Problem;
import llmsim.api.reply.Decision;
import llmsim.api.settings.NearMiss;
import llmsim.engine.latency.ProfileTable;
import llmsim.engine.source.Decided;
import llmsim.engine.source.Source;

/**
 * Answers with the turns of scripts: with those of the script that the header {@code X-LLMSim-Script} names, else with
 * those of the usual one. It has no answer where there is no such script and none was named. Thread-safe.
 */
public final class ScriptSource implements Source {
    private static final String OVERRIDE = "script";

    private final SessionKey sessions;
    private final Optional<Performance> usual;
    private final Map<String, Performance> named = new LinkedHashMap<>();

    /** Throws {@link llmsim.api.settings.SettingsException} if a turn names a profile that there is not. */
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
        var caller = asked.call().caller();
        var name = Optional.ofNullable(caller.overrides().get(OVERRIDE));
        if (name.isPresent() && !named.containsKey(name.get())) {
            return Optional.of(Decided.of(unknown(name.get())));
        }
        var session = sessions.of(caller);
        return name.map(named::get).or(() -> usual).map(performance -> performance.answer(asked, session));
    }

    private Decision unknown(String name) {
        var shown = name.length() <= 60 ? name : name.substring(0, 57) + "...";
        var hint =
                named.isEmpty() ? "; there are no named scripts" : NearMiss.hint(name, new TreeSet<>(named.keySet()));
        return new Decision.Refuse(
                Problem.Stated.of(Category.INVALID_REQUEST, "X-LLMSim-Script names no script: '" + shown + "'" + hint));
    }
}
