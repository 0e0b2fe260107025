package llmsim.openresponses.wire;

import java.util.List;
import llmsim.api.json.Field;

/** One thing that a response consists of. */
public sealed interface OutputItem {
    /** Unique in the run. */
    String id();

    /** Something said. */
    record Message(String id, String type, String status, List<OutputContent> content, String role)
            implements OutputItem {
        /** A message of the model. */
        public static Message of(String id, String status, List<OutputContent> content) {
            return new Message(id, "message", status, List.copyOf(content), "assistant");
        }
    }

    /** A function that the client shall call. */
    record FunctionCall(String id, String type, String status, String arguments, String callId, String name)
            implements OutputItem {
        /** A call. */
        public static FunctionCall of(String id, String status, String arguments, String callId, String name) {
            return new FunctionCall(id, "function_call", status, arguments, callId, name);
        }
    }

    /** A tool of free text that the client shall call. */
    record CustomToolCall(String id, String type, String status, String callId, String input, String name)
            implements OutputItem {
        /** A call. */
        public static CustomToolCall of(String id, String status, String callId, String input, String name) {
            return new CustomToolCall(id, "custom_tool_call", status, callId, input, name);
        }
    }

    /**
     * What the model thought.
     *
     * @param encryptedContent absent unless asked for
     */
    record Reasoning(String id, String type, List<SummaryText> summary, Field<String> encryptedContent)
            implements OutputItem {
        /** Thoughts of which the client sees a summary at the most. */
        public static Reasoning of(String id, List<SummaryText> summary, Field<String> encryptedContent) {
            return new Reasoning(id, "reasoning", List.copyOf(summary), encryptedContent);
        }
    }

    /** A part of the summary of what the model thought. */
    record SummaryText(String type, String text) {
        /** A summary in these words. */
        public static SummaryText of(String text) {
            return new SummaryText("summary_text", text);
        }
    }
}
