package llmsim.api.prompt;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A tool that the client offers to the model. A {@code switch} needs a case for {@link Open}. */
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

    /**
     * A tool of the client's that takes free text instead of JSON.
     *
     * @param grammar what the text must obey; empty if it may be any
     */
    record Custom(String name, String description, Optional<Grammar> grammar) implements Tool {}

    /**
     * A grammar of the text that a custom tool takes.
     *
     * @param syntax the language of the definition, such as {@code lark} or {@code regex}
     */
    record Grammar(String syntax, String definition) {}

    /** A tool that the provider itself runs, such as web search, as the client declared it. */
    record Hosted(String name, JsonNode declaration) implements Tool {
        public Hosted {
            declaration = declaration.deepCopy();
        }
    }

    /** A kind of tool that this version does not know. */
    non-sealed interface Open extends Tool {
        /** The provider's name of the kind. */
        String kind();
    }
}
