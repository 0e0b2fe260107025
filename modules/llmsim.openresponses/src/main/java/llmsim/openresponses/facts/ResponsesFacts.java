package llmsim.openresponses.facts;

import java.util.function.BiFunction;
import llmsim.api.exchange.Call;
import llmsim.api.problem.Problem;

/**
 * Where the providers of the Responses API differ.
 *
 * @param basePath before the endpoints' paths, such as {@code /v1}
 * @param endMark whether a stream ends with {@code [DONE]}
 * @param usageFromStart whether usage is {@code null} until it is known, or absent
 * @param schemaEchoed whether a response repeats the format with its JSON Schema as it came; else the schema is
 *     {@code null}, and so is a description that was not given
 * @param conversations whether there are conversations that responses can belong to
 * @param failure what a response to a call says of a failure in its course
 */
public record ResponsesFacts(
        String basePath,
        boolean endMark,
        boolean usageFromStart,
        boolean schemaEchoed,
        boolean conversations,
        BiFunction<Problem, Call, Failure> failure) {

    /** A failure in a response, by code and sentence. */
    public record Failure(String code, String message) {}
}
