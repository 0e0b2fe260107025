package llmsim.engine.script;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import llmsim.api.problem.Category;
import llmsim.api.problem.Problem;
import llmsim.api.reply.Decision;
import llmsim.engine.configuration.LatencySettings;
import llmsim.engine.latency.ProfileChoice;
import llmsim.engine.latency.ProfileTable;
import llmsim.engine.match.Outcome;
import llmsim.engine.match.Subject;
import llmsim.engine.source.Decided;
import llmsim.engine.source.Source.Asked;

/** A script that is given out. Thread-safe. */
final class Performance {
    private final Script script;
    private final String name;
    private final String key;
    private final Cursor common;
    private final Cursors cursors;
    private final Map<LatencySettings, ProfileChoice> paces = new HashMap<>();

    /**
     * @param name of the script; empty for the usual one
     * @param key by which sessions have cursors of their own in it
     * @param common of all requests that have no session
     */
    Performance(Script script, String name, String key, Cursor common, Cursors cursors, ProfileTable profiles) {
        this.script = script;
        this.name = name;
        this.key = key;
        this.common = common;
        this.cursors = cursors;
        script.turns().forEach(turn -> turn.latency().ifPresent(pace -> paces.put(pace, profiles.choose(pace))));
    }

    /** The same with other profiles; who was given turns goes on where he was. */
    Performance with(ProfileTable profiles) {
        return new Performance(script, name, key, common, cursors, profiles);
    }

    /** What is given out. */
    Script script() {
        return script;
    }

    /** Turns given to requests without a session. */
    long given() {
        return common.given();
    }

    /** The next turn as an answer. */
    Decided answer(Asked asked, String session) {
        var cursor = session.isEmpty() ? common : cursors.of(key, session);
        var subject = new Subject(asked);
        return switch (cursor.take(script, turn -> objection(turn, subject))) {
            case Cursor.Step.Taken(var turn, var ids) -> decided(turn, new Performed(asked, ids));
            case Cursor.Step.Refused(var index, var why) ->
                refused(
                        Category.INVALID_REQUEST,
                        "The request is not what turn " + index + of() + " waits for: " + why);
            case Cursor.Step.Exhausted _ ->
                refused(
                        Category.SERVER_ERROR,
                        "The script" + called() + " is exhausted: all "
                                + script.turns().size() + " turns were given out");
        };
    }

    private static Optional<String> objection(Turn turn, Subject subject) {
        return turn.match().match(subject) instanceof Outcome.No no
                ? Optional.of(String.join("; ", no.reasons()))
                : Optional.empty();
    }

    private Decided decided(Turn turn, Performed performed) {
        var model = performed.asked().request().prompt().model();
        var pace = turn.latency().map(paces::get).map(choice -> choice.forModel(model));
        return new Decided(performed.decision(turn.content()), pace, turn.fault());
    }

    private static Decided refused(Category category, String message) {
        return Decided.of(new Decision.Refuse(Problem.Stated.of(category, message)));
    }

    private String of() {
        return " of the script" + called();
    }

    private String called() {
        return name.isEmpty() ? "" : " '" + name + "'";
    }
}
