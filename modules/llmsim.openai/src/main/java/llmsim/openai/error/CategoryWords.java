package llmsim.openai.error;

import llmsim.api.problem.Category;

/** Problems that are no more than their kind and a sentence, such as those of scripts; or no more than their kind. */
final class CategoryWords {
    private static final String OVERLOADED = "Our servers are currently overloaded. Please try again later.";

    private CategoryWords() {}

    /** A problem of this kind; a blank sentence stands for the provider's own. */
    static Explained explained(Category category, String sentence) {
        return sentence.isBlank() ? own(category) : said(category, sentence);
    }

    /** A problem of this kind with a status of its own. */
    static Explained withStatus(int status, String type, String sentence) {
        var own = own(Category.ofStatus(status));
        var message = sentence.isBlank() ? own.error().message() : sentence;
        var usualType = sentence.isBlank() ? own.error().type() : typeOf(status);
        var code = sentence.isBlank() ? own.error().code() : null;
        return Explained.of(status, message, type.isEmpty() ? usualType : type, code);
    }

    private static Explained said(Category category, String message) {
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
            case OVERLOADED -> overloaded(message);
        };
    }

    private static Explained own(Category category) {
        return switch (category) {
            case RATE_LIMIT -> Explained.of(429, AccountWords.TOO_MANY, "requests", "rate_limit_exceeded");
            case UNAVAILABLE, OVERLOADED -> overloaded(OVERLOADED);
            default -> said(category, usual(category));
        };
    }

    /** The provider says so of all of its 503, and knows no 529. */
    private static Explained overloaded(String message) {
        return Explained.of(503, message, "service_unavailable_error", "server_is_overloaded");
    }

    private static String usual(Category category) {
        return switch (category) {
            case INVALID_REQUEST, CONFLICT, UNPROCESSABLE, UNSUPPORTED_MEDIA_TYPE -> "Invalid request.";
            case NOT_FOUND, METHOD_NOT_ALLOWED -> "Invalid URL";
            case TOO_LARGE -> "Maximum content size limit exceeded";
            case AUTHENTICATION -> AccountWords.WRONG_KEY;
            case PERMISSION -> "You have insufficient permissions for this operation.";
            case RATE_LIMIT -> AccountWords.TOO_MANY;
            case QUOTA -> AccountWords.NO_QUOTA;
            case REQUEST_TIMEOUT, TIMEOUT -> "Request timed out";
            case SERVER_ERROR -> "The server had an error while processing your request. Sorry about that!";
            case UNAVAILABLE, OVERLOADED -> OVERLOADED;
        };
    }

    static String typeOf(int status) {
        return status < 500 ? "invalid_request_error" : "server_error";
    }
}
