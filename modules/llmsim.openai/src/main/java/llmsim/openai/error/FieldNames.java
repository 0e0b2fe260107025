package llmsim.openai.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint calls the fields that a problem can be about, and what it says of them in its own way.
 *
 * @param prompt where the messages are
 * @param promptTooLong the sentence on one that the model cannot take, if it has no numbers
 * @param partsPlaced whether a part of the prompt has a place of its own in it; else it is in the prompt, and no more
 * @param completionLimit how many tokens the client wants at most
 * @param toolSchema the schema of a tool's arguments, below the tool
 * @param formatSchema the schema of the answer
 * @param formatCode the code of a schema of the answer that is refused
 */
public record FieldNames(
        String prompt,
        Optional<String> promptTooLong,
        boolean partsPlaced,
        String completionLimit,
        String toolSchema,
        String formatSchema,
        @Nullable String formatCode) {
    /** Those of chat completions. The provider calls the older limit by name, whichever was sent. */
    public static final FieldNames CHAT = new FieldNames(
            "messages", Optional.empty(), true, "max_tokens", "function.parameters", "response_format", null);

    /** Those of responses. */
    public static final FieldNames RESPONSES = new FieldNames(
            "input",
            Optional.of("Your input exceeds the context window of this model. Please adjust your input and try again."),
            false,
            "max_output_tokens",
            "parameters",
            "text.format.schema",
            "invalid_json_schema");
}
