package llmsim.engine.script;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A call of a tool in a script.
 *
 * @param arguments any JSON value
 * @param id the call's id; empty for one that is made up
 */
public record ScriptedCall(String name, JsonNode arguments, Optional<String> id) {
    public ScriptedCall {
        arguments = arguments.deepCopy();
    }

    /** A call whose id is made up. */
    public static ScriptedCall of(String name, JsonNode arguments) {
        return new ScriptedCall(name, arguments, Optional.empty());
    }

    /** The same call with this id. */
    public ScriptedCall withId(String own) {
        return new ScriptedCall(name, arguments, Optional.of(own));
    }
}
