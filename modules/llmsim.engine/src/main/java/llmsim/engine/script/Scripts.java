package llmsim.engine.script;

import java.util.Map;
import java.util.Optional;

/**
 * The scripts of a simulator.
 *
 * @param usual what every request gets that names no script; empty to leave those to others
 * @param named what requests get that name a script, by its name
 */
public record Scripts(Optional<Script> usual, Map<String, Script> named, SessionKey sessions) {
    /** No script at all. */
    public static final Scripts NONE = new Scripts(Optional.empty(), Map.of(), SessionKey.HEADER);

    public Scripts {
        named = Map.copyOf(named);
    }

    /** One script for every request. */
    public static Scripts of(Script script) {
        return new Scripts(Optional.of(script), Map.of(), SessionKey.HEADER);
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return usual.isEmpty() && named.isEmpty();
    }
}
