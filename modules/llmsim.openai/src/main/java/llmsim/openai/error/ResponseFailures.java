package llmsim.openai.error;

import llmsim.api.exchange.Call;
import llmsim.api.problem.Problem;
import llmsim.openresponses.facts.ResponsesFacts.Failure;

/** What a response says of a failure in its course. Source: the codes of {@code ResponseErrorCode} in the description. */
public final class ResponseFailures {
    private ResponseFailures() {}

    /** A problem by code and sentence. */
    public static Failure of(Problem problem, Call call) {
        var message =
                Explainer.response(problem, call, FieldNames.RESPONSES).error().message();
        return switch (problem.category()) {
            case RATE_LIMIT -> new Failure("rate_limit_exceeded", message);
            case INVALID_REQUEST -> new Failure("invalid_prompt", message);
            default -> new Failure("server_error", message);
        };
    }
}
