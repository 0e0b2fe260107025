package llmsim.openresponses.error;

import java.util.Locale;
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
        return problem instanceof Problem.WithStatus own
                ? own.status()
                : problem.category().usualStatus();
    }

    private static String sentence(Problem problem) {
        return problem.message().isBlank() ? usualSentence(problem.category()) : problem.message();
    }

    private static String usualSentence(Category category) {
        var words = category.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
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
