package llmsim.engine.script;

import java.util.Optional;
import llmsim.api.content.Part;
import llmsim.api.prompt.Prompt;
import llmsim.api.prompt.Tool;
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

    /** The call as a part of an answer to a prompt; a tool that takes free text gets a string as it is. */
    public Part.ToolCall part(String usedId, Prompt prompt) {
        var text = arguments.isString() && takesText(prompt) ? arguments.stringValue() : arguments.toString();
        return new Part.ToolCall(usedId, name, text);
    }

    private boolean takesText(Prompt prompt) {
        return prompt.tools().stream()
                .anyMatch(tool -> tool instanceof Tool.Custom && tool.name().equals(name));
    }

    /** The same call with this id. */
    public ScriptedCall withId(String own) {
        return new ScriptedCall(name, arguments, Optional.of(own));
    }
}
