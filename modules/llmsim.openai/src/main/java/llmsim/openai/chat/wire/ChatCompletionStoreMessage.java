package llmsim.openai.chat.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message of a stored completion, as it is listed: either its text or its parts. */
public record ChatCompletionStoreMessage(
        String id,
        String role,
        @Nullable String content,
        @Nullable String name,
        @Nullable List<ContentPart> contentParts) {}
