package llmsim.openai.chat.render;

import java.util.Set;
import llmsim.api.reply.Finish;

/** Finish reasons as the provider names them. */
final class FinishReasons {
    private static final Set<String> NAMES = Set.of("stop", "length", "tool_calls", "content_filter", "function_call");

    private FinishReasons() {}

    /**
     * A call of the one tool that the request named ends with {@code stop}; one that was merely required does not. Seen in
     * answers of the API, whole and streamed, September 2025 (vllm-project/vllm pull request 25054), and in its guide to
     * function calling.
     */
    static String wire(Finish finish, ChatOptions options) {
        return switch (finish.reason()) {
            case STOP, STOP_SEQUENCE, REFUSAL, PAUSE -> "stop";
            case LENGTH -> "length";
            case TOOL_CALLS -> options.forcedTool() ? "stop" : called(options);
            case CONTENT_FILTER -> "content_filter";
            case OTHER -> finish.detail().filter(NAMES::contains).orElse("stop");
        };
    }

    private static String called(ChatOptions options) {
        return options.legacyFunctions() ? "function_call" : "tool_calls";
    }
}
