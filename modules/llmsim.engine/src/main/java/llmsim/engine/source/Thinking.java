package llmsim.engine.source;

import java.util.ArrayList;
import llmsim.api.content.Part;
import llmsim.api.prompt.Prompt;
import llmsim.api.prompt.ReasoningDemand.Effort;
import llmsim.api.reply.Completion;
import llmsim.api.reply.Reply;
import llmsim.api.token.Encoding;

/**
 * Puts reasoning before what is said, where the client asked for an effort: a multiple of the visible tokens. A reply
 * that has reasoning of its own stays as it is.
 */
public record Thinking(Encoding encoding) {

    /** The reply with the reasoning that the prompt demands. */
    public Reply before(Reply reply, Prompt prompt) {
        var multiple = prompt.reasoning().effort().map(Thinking::multiple).orElse(0.0);
        return multiple == 0
                ? reply
                : new Reply(reply.choices().stream()
                        .map(completion -> think(completion, multiple))
                        .toList());
    }

    private Completion think(Completion completion, double multiple) {
        if (completion.parts().stream().anyMatch(Part.Reasoning.class::isInstance)) {
            return completion;
        }
        var visible = completion.parts().stream().mapToInt(this::tokens).sum();
        var parts = new ArrayList<>(completion.parts());
        parts.addFirst(Part.Reasoning.hidden((int) Math.round(visible * multiple)));
        return new Completion(parts, completion.finish());
    }

    private int tokens(Part part) {
        return switch (part) {
            case Part.Text(var text) -> encoding.count(text);
            case Part.Refusal(var text) -> encoding.count(text);
            case Part.ToolCall call -> encoding.count(call.name()) + encoding.count(call.arguments());
            default -> 0;
        };
    }

    private static double multiple(Effort effort) {
        return switch (effort) {
            case NONE -> 0;
            case MINIMAL -> 0.5;
            case LOW -> 1.5;
            case MEDIUM -> 3;
            case HIGH -> 6;
            case XHIGH -> 10;
        };
    }
}
