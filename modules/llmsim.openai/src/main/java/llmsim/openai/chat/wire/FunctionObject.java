package llmsim.openai.chat.wire;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A function that the model may call. */
public record FunctionObject(
        @Nullable String description,
        String name,
        @Nullable JsonNode parameters,
        @Nullable Boolean strict) {}
