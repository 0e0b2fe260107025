package llmsim.openresponses.wire;

import org.jspecify.annotations.Nullable;

/** The body of an answer that is an error. */
public record ErrorResponse(ErrorPayload error) {
    /** What is wrong. */
    public record ErrorPayload(
            String message,
            String type,
            @Nullable String param,
            @Nullable String code) {}
}
