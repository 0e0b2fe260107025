package llmsim.openai.error;

import llmsim.openai.error.wire.ErrorResponse;
import llmsim.openai.error.wire.ErrorResponse.ErrorObject;
import org.jspecify.annotations.Nullable;

/** A status and the error that goes with it. */
record Explained(int status, ErrorObject error) {
    private static final String INVALID_REQUEST = "invalid_request_error";

    static Explained of(int status, String message, String type, @Nullable String code) {
        return new Explained(status, new ErrorObject(message, type, null, code));
    }

    /** An error of the client's, without a parameter. */
    static Explained invalid(int status, String message, @Nullable String code) {
        return of(status, message, INVALID_REQUEST, code);
    }

    /** An error of the client's about a parameter, with status 400. */
    static Explained parameter(@Nullable String param, String message, @Nullable String code) {
        return new Explained(400, new ErrorObject(message, INVALID_REQUEST, param, code));
    }

    ErrorResponse response() {
        return new ErrorResponse(error);
    }
}
