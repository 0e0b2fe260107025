package llmsim.openai.chat.render;

import java.util.Set;
import llmsim.api.reply.Finish;

/** Finish reasons as the provider names them. */
final class FinishReasons {
    private static final Set<String> NAMES = Set.of("stop", "length", "tool_calls", "content_filter", "function_call");

    private FinishReasons() {}

    static String wire(Finish finish, boolean legacyFunctions) {
        return switch (finish.reason()) {
            case STOP, STOP_SEQUENCE, REFUSAL, PAUSE -> "stop";
            case LENGTH -> "length";
            case TOOL_CALLS -> legacyFunctions ? "function_call" : "tool_calls";
            case CONTENT_FILTER -> "content_filter";
            case OTHER -> finish.detail().filter(NAMES::contains).orElse("stop");
        };
    }
}
