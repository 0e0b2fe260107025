package llmsim.api.content;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A piece of a message or of a reply.
 *
 * <p>One type serves both directions, because what a model said is part of the next prompt. A {@code switch} over parts
 * needs a case for {@link Open}: kinds that this version does not know arrive as one.
 */
public sealed interface Part {

    /** Visible text. */
    record Text(String text) implements Part {}

    /**
     * What a model thought before it answered.
     *
     * @param text what the client may read of it, empty if nothing
     * @param summary the summary shown instead of the text, empty if none was asked for
     * @param hiddenTokens tokens that count and take time but are not shown
     * @param opaque the provider's sealed copy (encrypted content, signature)
     */
    record Reasoning(String text, String summary, int hiddenTokens, Optional<String> opaque) implements Part {
        public Reasoning {
            if (hiddenTokens < 0) {
                throw new IllegalArgumentException("hiddenTokens must be at least 0, not " + hiddenTokens);
            }
        }

        /** Reasoning of which the client sees nothing but the count. */
        public static Reasoning hidden(int tokens) {
            return new Reasoning("", "", tokens, Optional.empty());
        }
    }

    /**
     * A call of a tool by the model.
     *
     * @param arguments the raw text, normally a JSON object; a script may make it malformed on purpose
     */
    record ToolCall(String id, String name, String arguments) implements Part {}

    /** What a tool returned for the call with the id {@code callId}. */
    record ToolResult(String callId, List<Part> content, boolean failed) implements Part {
        public ToolResult {
            content = List.copyOf(content);
        }
    }

    /** A picture; its detail decides what it costs in a prompt. */
    record Image(Media media, Detail detail) implements Part {}

    /** A sound, with its words where they are known. */
    record Audio(Media media, Optional<String> transcript) implements Part {}

    /** A document. */
    record File(Media media, Optional<String> name) implements Part {}

    /** Text by which the model declines. */
    record Refusal(String text) implements Part {}

    /** A kind that this version does not know; its {@code kind} is the provider's own type name. */
    non-sealed interface Open extends Part {
        /** The provider's name of the kind, such as {@code video}. */
        String kind();
    }

    /** An {@link Open} part kept as the JSON that the client sent. */
    record Unknown(String kind, JsonNode json) implements Open {
        public Unknown {
            json = json.deepCopy();
        }
    }

    /** How closely a model looks at an image. */
    enum Detail {
        /** The provider chooses. */
        AUTO,
        /** One small tile. */
        LOW,
        /** All tiles. */
        HIGH
    }
}
