package llmsim.openresponses.error;

import java.util.Optional;
import llmsim.api.dialect.Answer;
import llmsim.api.exchange.Call;
import llmsim.api.json.FieldPath;
import llmsim.api.json.WireMapper;
import llmsim.api.problem.Category;
import llmsim.api.problem.Problem;
import llmsim.api.problem.SchemaUse;
import llmsim.api.problem.Violation;
import llmsim.openresponses.facts.ResponsesFacts;
import llmsim.openresponses.wire.ErrorResponse;
import llmsim.openresponses.wire.ErrorResponse.ErrorPayload;

/**
 * Says problems as Open Responses does: its types are {@code invalid_request}, {@code not_found}, {@code server_error},
 * {@code model_error} and {@code too_many_requests}.
 *
 * <p>Source: the chapter on errors of the specification (openresponses.org). It leaves the sentences open.
 */
public final class Explainer {
    private Explainer() {}

    /** A problem as an answer. */
    public static Answer answer(Problem problem) {
        var body = new ErrorResponse(new ErrorPayload(
                sentence(problem), type(problem), param(problem).orElse(null), code(problem)));
        return Answer.json(status(problem), WireMapper.snakeCase().bytes(body));
    }

    /** A problem in the course of a response. */
    public static ResponsesFacts.Failure failure(Problem problem, Call call) {
        return new ResponsesFacts.Failure(type(problem), sentence(problem));
    }

    private static int status(Problem problem) {
        return problem instanceof Problem.WithStatus own ? own.status() : status(problem.category());
    }

    /** The specification knows no status of overload. */
    private static int status(Category category) {
        return category == Category.OVERLOADED ? Category.UNAVAILABLE.usualStatus() : category.usualStatus();
    }

    private static String sentence(Problem problem) {
        return problem.message().isBlank() ? usualSentence(problem.category()) : problem.message();
    }

    private static String usualSentence(Category category) {
        return switch (category) {
            case INVALID_REQUEST -> "The request is invalid.";
            case AUTHENTICATION -> "The API key is missing or wrong.";
            case PERMISSION -> "This API key may not do that.";
            case NOT_FOUND -> "There is nothing here.";
            case METHOD_NOT_ALLOWED -> "This path does not take that method.";
            case REQUEST_TIMEOUT -> "The request did not arrive in time.";
            case CONFLICT -> "The request conflicts with another one.";
            case TOO_LARGE -> "The request is too large.";
            case UNSUPPORTED_MEDIA_TYPE -> "The body is of a kind that is not taken here.";
            case UNPROCESSABLE -> "The request cannot be processed.";
            case RATE_LIMIT -> "Too many requests. Please slow down and try again later.";
            case QUOTA -> "The quota is used up.";
            case SERVER_ERROR -> "The server had an error while processing the request.";
            case UNAVAILABLE, OVERLOADED -> "The server is overloaded. Please try again later.";
            case TIMEOUT -> "The request timed out.";
        };
    }

    private static String type(Problem problem) {
        if (problem instanceof Problem.WithStatus own && !own.type().isEmpty()) {
            return own.type();
        }
        var status = status(problem);
        return switch (status) {
            case 404 -> "not_found";
            case 429 -> "too_many_requests";
            default -> status >= 500 ? "server_error" : "invalid_request";
        };
    }

    private static String code(Problem problem) {
        return switch (problem) {
            case Problem.InvalidField(var _, Violation.Broken(var _, var code)) when !code.isEmpty() -> code;
            case Problem.UnknownModel _ -> "model_not_found";
            case Problem.ContextLengthExceeded _ -> "context_length_exceeded";
            case Problem.UnusableSchema _ -> "invalid_schema";
            default -> type(problem);
        };
    }

    private static Optional<String> param(Problem problem) {
        return switch (problem) {
            case Problem.InvalidField(var path, var _) -> written(path);
            case Problem.UnsupportedInput _, Problem.ContextLengthExceeded _ -> Optional.of("input");
            case Problem.UnknownModel _ -> Optional.of("model");
            case Problem.OutputTooLong _ -> Optional.of("max_output_tokens");
            case Problem.UnusableSchema schema ->
                Optional.of(
                        switch (schema.use()) {
                            case SchemaUse.ToolArguments(var index, var _) -> "tools[" + index + "].parameters";
                            case SchemaUse.AnswerFormat _ -> "text.format.schema";
                        });
            default -> Optional.empty();
        };
    }

    private static Optional<String> written(FieldPath path) {
        return path.steps().isEmpty() ? Optional.empty() : Optional.of(path.bracketed());
    }
}
