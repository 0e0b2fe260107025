package llmsim.api.reply;

import java.util.List;
import llmsim.api.content.Part;

/** One completion: what the model says, part by part, and how it ends. */
public record Completion(List<Part> parts, Finish finish) {
    public Completion {
        parts = List.copyOf(parts);
    }

    /** One text that ends by itself. */
    public static Completion text(String text) {
        return new Completion(List.of(new Part.Text(text)), Finish.STOP);
    }

    /** These parts; the finish reason follows from them: {@code TOOL_CALLS} if a tool is called, else {@code STOP}. */
    public static Completion of(List<Part> parts) {
        var calls = parts.stream().anyMatch(Part.ToolCall.class::isInstance);
        return new Completion(parts, calls ? Finish.TOOL_CALLS : Finish.STOP);
    }
}
