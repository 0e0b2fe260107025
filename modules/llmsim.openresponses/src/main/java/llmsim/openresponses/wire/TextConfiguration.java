package llmsim.openresponses.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How the text of an answer shall look.
 *
 * @param format as the client sent it, or {@code {"type":"text"}}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TextConfiguration(
        @Nullable JsonNode format, @Nullable String verbosity) {}
