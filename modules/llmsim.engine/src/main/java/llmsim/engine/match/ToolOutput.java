package llmsim.engine.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import llmsim.api.content.Message;
import llmsim.api.content.Part;
import llmsim.api.content.Role;
import llmsim.api.prompt.Prompt;

/**
 * What a tool returned.
 *
 * @param tool its name; empty if the conversation does not say
 * @param folded the text with its case folded
 */
public record ToolOutput(String tool, String text, String folded) {
    ToolOutput(String tool, String text) {
        this(tool, text, Folded.of(text));
    }

    boolean isOf(Optional<String> wanted) {
        return wanted.isEmpty() || wanted.get().equals(tool);
    }

    /** The results that the model has not answered yet, oldest first. */
    static List<ToolOutput> unanswered(Prompt prompt) {
        var found = new ArrayList<Part.ToolResult>();
        var names = new HashMap<String, String>();
        for (var message : prompt.messages()) {
            if (message.role() == Role.ASSISTANT) {
                found.clear();
            }
            message.parts().forEach(part -> note(part, names, found));
        }
        return found.stream()
                .map(result -> new ToolOutput(
                        names.getOrDefault(result.callId(), ""),
                        Message.of(Role.TOOL, result.content()).text()))
                .toList();
    }

    private static void note(Part part, Map<String, String> names, List<Part.ToolResult> results) {
        if (part instanceof Part.ToolCall call) {
            names.put(call.id(), call.name());
        } else if (part instanceof Part.ToolResult result) {
            results.add(result);
        }
    }
}
