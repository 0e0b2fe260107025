package llmsim.openai.error;

import llmsim.api.dialect.Answer;
import llmsim.api.exchange.Call;
import llmsim.api.json.FieldPath;
import llmsim.api.json.WireMapper;
import llmsim.api.problem.Problem;
import llmsim.openai.error.wire.ErrorResponse;

/**
 * Says problems as OpenAI does.
 *
 * <p>Source of the texts: answers of the API as they are quoted in issues and tests of its clients, the newest ones of
 * August 2026. Where none was found the sentence is llmsim's; {@code docs/deviations.md} names those.
 */
public final class Explainer {
    private Explainer() {}

    /** A problem as the answer to a call. */
    public static Answer answer(Problem problem, Call call, FieldNames names) {
        var explained = explained(problem, call, names);
        return Answer.json(explained.status(), WireMapper.snakeCase().bytes(explained.response()));
    }

    /** A problem as an event of a stream. */
    public static ErrorResponse response(Problem problem, Call call, FieldNames names) {
        return explained(problem, call, names).response();
    }

    private static Explained explained(Problem problem, Call call, FieldNames names) {
        return switch (problem) {
            case Problem.InvalidField(var path, var violation) -> FieldWords.explained(path, violation);
            case Problem.BrokenJson _ -> RequestWords.brokenJson();
            case Problem.UnknownRoute route -> RequestWords.unknownRoute(route);
            case Problem.MethodNotAllowed method -> RequestWords.methodNotAllowed(method);
            case Problem.TooLarge large -> RequestWords.tooLarge(large);
            case Problem.UnsupportedMediaType type -> RequestWords.unsupportedMediaType(type);
            case Problem.Malformed(var category, var message) ->
                Explained.invalid(category.usualStatus(), message, null);
            case Problem.UnknownModel(var model) -> ModelWords.unknown(model, call);
            case Problem.UnsupportedInput input -> ModelWords.unsupportedInput(input, names);
            case Problem.ContextLengthExceeded exceeded -> ModelWords.contextLength(exceeded, names);
            case Problem.OutputTooLong tooLong -> ModelWords.outputTooLong(tooLong, names);
            case Problem.UnusableSchema schema -> SchemaWords.unusable(schema, names);
            case Problem.NotStored(var kind, var id) ->
                Explained.invalid(404, kind + " with id '" + id + "' not found.", null);
            case Problem.Unauthenticated(var missing) -> AccountWords.unauthenticated(missing);
            case Problem.RateLimited limited -> AccountWords.rateLimited(limited);
            case Problem.WithStatus(var status, var type, var message) ->
                CategoryWords.withStatus(status, type, message);
            case Problem.Stated stated -> CategoryWords.explained(stated.category(), stated.message());
            case Problem.Open open -> CategoryWords.explained(open.category(), open.message());
        };
    }

    /** The whole body is at fault: the provider speaks of no parameter then. */
    static boolean isWholeBody(FieldPath path) {
        return path.steps().isEmpty();
    }
}
