package llmsim.openai.error.wire;

import org.jspecify.annotations.Nullable;

/** The body of every error, and of the last event of a stream that fails. */
public record ErrorResponse(ErrorObject error) {

    /** The schema's {@code Error}; all four fields are always there. */
    public record ErrorObject(
            String message,
            String type,
            @Nullable String param,
            @Nullable String code) {}
}
