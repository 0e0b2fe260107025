package llmsim.engine.script;

import java.util.List;
import java.util.Optional;

/**
 * A conversation that was written in advance. Immutable; the place where it stands is kept elsewhere.
 *
 * @param onExhausted what comes after the last turn
 * @param turns at least one
 */
public record Script(OnExhausted onExhausted, List<Turn> turns) {
    public Script {
        turns = List.copyOf(turns);
        if (turns.isEmpty()) {
            throw new IllegalArgumentException("a script must have at least one turn");
        }
    }

    /** A script of these turns, whose last one is repeated. */
    public static Script of(Turn... turns) {
        return new Script(OnExhausted.REPEAT_LAST, List.of(turns));
    }

    /** The same turns with another end. */
    public Script then(OnExhausted other) {
        return new Script(other, turns);
    }

    /** The turn that is next when so many were given out; empty if there is none left. */
    Optional<Turn> next(long given) {
        if (given < turns.size()) {
            return Optional.of(turns.get((int) given));
        }
        return switch (onExhausted) {
            case REPEAT_LAST -> Optional.of(turns.getLast());
            case LOOP -> Optional.of(turns.get((int) (given % turns.size())));
            case ERROR -> Optional.empty();
        };
    }
}
