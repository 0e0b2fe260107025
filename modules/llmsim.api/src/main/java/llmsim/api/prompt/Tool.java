package llmsim.api.prompt;

import tools.jackson.databind.JsonNode;

/** A tool that the client offers to the model. */
public sealed interface Tool {
    /** The name by which a {@link ToolChoice} or a call refers to it. */
    String name();

    /**
     * A function of the client's.
     *
     * @param parameters JSON Schema of the arguments; an empty object if there are none
     * @param strict whether the arguments must validate
     */
    record Function(String name, String description, JsonNode parameters, boolean strict) implements Tool {
        public Function {
            parameters = parameters.deepCopy();
        }
    }

    /** A tool that the provider itself runs, such as web search, as the client declared it. */
    record Hosted(String name, JsonNode declaration) implements Tool {
        public Hosted {
            declaration = declaration.deepCopy();
        }
    }
}
