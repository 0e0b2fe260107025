package llmsim.openai.error;

import llmsim.api.problem.Problem;

/** What is wrong with a request as a whole. */
final class RequestWords {
    private static final String BROKEN_JSON =
            "We could not parse the JSON body of your request. (HINT: This likely means"
                    + " you aren't using your HTTP library correctly. The OpenAI API expects a JSON payload, but what was sent"
                    + " was not valid JSON. If you have trouble figuring out how to fix this, please contact us through our help"
                    + " center at help.openai.com.)";

    private RequestWords() {}

    /** It says neither where nor why, as the provider does not. */
    static Explained brokenJson() {
        return Explained.invalid(400, BROKEN_JSON, null);
    }

    static Explained unknownRoute(Problem.UnknownRoute route) {
        return Explained.invalid(404, "Invalid URL (" + route.method() + " " + route.path() + ")", null);
    }

    static Explained methodNotAllowed(Problem.MethodNotAllowed problem) {
        return Explained.invalid(
                405,
                "Not allowed to " + problem.method() + " on " + problem.path()
                        + " (HINT: Perhaps you meant to use a different HTTP method?)",
                "method_not_supported");
    }

    static Explained tooLarge(Problem.TooLarge problem) {
        return Explained.invalid(413, "Maximum content size limit (" + problem.limitBytes() + ") exceeded", null);
    }

    static Explained unsupportedMediaType(Problem.UnsupportedMediaType problem) {
        var actual = problem.actual();
        return Explained.invalid(
                415,
                "Unsupported content type: '" + actual + "'. This API method only accepts '" + problem.expected()
                        + "' requests, but you specified the header 'Content-Type: " + actual
                        + "'. Please try again with a supported content type.",
                "unsupported_content_type");
    }
}
