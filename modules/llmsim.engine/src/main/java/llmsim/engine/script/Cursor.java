package llmsim.engine.script;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * How far a script was given out to one session. A turn is looked at, compared and taken in one step; nobody waits for
 * anybody else's comparison. Thread-safe.
 */
final class Cursor {
    private final String tag;
    private final AtomicLong given = new AtomicLong();

    /** @param tag what sets the ids of this cursor's calls apart; empty for one cursor of the run */
    Cursor(String tag) {
        this.tag = tag;
    }

    /** How many turns were given out. */
    long given() {
        return given.get();
    }

    /**
     * Takes the next turn, unless it is not for this request.
     *
     * @param objection why a turn is not for the request; empty if it is
     */
    Step take(Script script, Function<Turn, Optional<String>> objection) {
        while (true) {
            var before = given.get();
            var turn = script.next(before);
            if (turn.isEmpty()) {
                return new Step.Exhausted();
            }
            var why = objection.apply(turn.get());
            if (why.isPresent()) {
                return new Step.Refused((int) (before % script.turns().size()), why.get());
            }
            if (given.compareAndSet(before, before + 1)) {
                return new Step.Taken(turn.get(), new CallIds(tag, before));
            }
        }
    }

    /** What came of an attempt to take a turn. */
    sealed interface Step {
        /** It was taken, with the ids of its calls. */
        record Taken(Turn turn, CallIds ids) implements Step {}

        /** The turn with this index is not for the request, and is still the next one. */
        record Refused(int index, String why) implements Step {}

        /** There is no turn any more. */
        record Exhausted() implements Step {}
    }
}
