package llmsim.openai.chat.render;

import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import llmsim.api.problem.Problem;
import llmsim.openai.chat.wire.ChatCompletionRequest;
import llmsim.openai.chat.wire.CustomTool;
import llmsim.openai.error.wire.ErrorResponse;
import org.jspecify.annotations.Nullable;

/**
 * What of a request decides how its answer looks.
 *
 * @param serviceTier as the answer names it
 * @param usageInStream whether a stream ends with its usage
 * @param legacyFunctions whether calls are told in the older way
 * @param forcedTool whether the request named the tool to call
 * @param customTools names of the tools that take free text
 * @param errors words for a failure in a stream
 */
public record ChatOptions(
        String serviceTier,
        boolean usageInStream,
        boolean legacyFunctions,
        boolean forcedTool,
        Set<String> customTools,
        Function<Problem, ErrorResponse> errors) {

    /** The options of a request. */
    public static ChatOptions of(ChatCompletionRequest request, Function<Problem, ErrorResponse> errors) {
        return new ChatOptions(
                tier(request.serviceTier()),
                request.usageInStream(),
                request.legacyFunctions(),
                request.forcedTool(),
                customTools(request),
                errors);
    }

    /** Seen in answers of August 2026: {@code fast} is told as {@code priority}, nothing and {@code auto} as default. */
    private static String tier(@Nullable String asked) {
        return switch (asked) {
            case null -> "default";
            case "auto" -> "default";
            case "fast" -> "priority";
            default -> asked;
        };
    }

    private static Set<String> customTools(ChatCompletionRequest request) {
        var tools = request.tools();
        return tools == null
                ? Set.of()
                : tools.stream()
                        .flatMap(tool -> Stream.ofNullable(tool.custom()))
                        .map(CustomTool::name)
                        .collect(Collectors.toUnmodifiableSet());
    }
}
