package llmsim.openai.error;

import llmsim.api.problem.Category;

/** Problems that are no more than their kind and a sentence, such as those of scripts. */
final class CategoryWords {
    private CategoryWords() {}

    static Explained explained(Category category, String message) {
        return switch (category) {
            case INVALID_REQUEST,
                    NOT_FOUND,
                    METHOD_NOT_ALLOWED,
                    CONFLICT,
                    TOO_LARGE,
                    UNSUPPORTED_MEDIA_TYPE,
                    UNPROCESSABLE -> Explained.invalid(category.usualStatus(), message, null);
            case AUTHENTICATION -> Explained.invalid(401, message, "invalid_api_key");
            case PERMISSION -> Explained.of(403, message, "permission_error", null);
            case RATE_LIMIT -> Explained.of(429, message, "rate_limit_error", "rate_limit_exceeded");
            case QUOTA -> Explained.of(429, message, "insufficient_quota", "insufficient_quota");
            case REQUEST_TIMEOUT, TIMEOUT -> Explained.of(category.usualStatus(), message, "timeout_error", null);
            case SERVER_ERROR, UNAVAILABLE -> Explained.of(category.usualStatus(), message, "server_error", null);
            case OVERLOADED -> Explained.of(503, message, "server_error", null);
        };
    }

    static String typeOf(int status) {
        return status < 500 ? "invalid_request_error" : "server_error";
    }
}
