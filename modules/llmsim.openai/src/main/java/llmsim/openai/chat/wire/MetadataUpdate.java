package llmsim.openai.chat.wire;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /chat/completions/{completion_id}}. */
public record MetadataUpdate(@Nullable Map<String, String> metadata) {}
