package llmsim.engine.source;

import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.IntStream;
import llmsim.api.content.Part;
import llmsim.api.prompt.Prompt;
import llmsim.api.prompt.ReasoningDemand;
import llmsim.api.prompt.ReasoningDemand.Effort;
import llmsim.api.reply.Completion;
import llmsim.api.reply.Reply;
import llmsim.api.token.Encoding;
import llmsim.engine.random.Draws;

/**
 * Puts reasoning before what is said, where the client asked for an effort: a multiple of the visible tokens, within the
 * client's budget, with a summary if one was asked for. A completion that has reasoning of its own stays as it is.
 */
public record Thinking(Encoding encoding, Draws draws) {

    /** The reply with the reasoning that the prompt demands. */
    public Reply before(Reply reply, Prompt prompt) {
        var multiple = prompt.reasoning().effort().map(Thinking::multiple).orElse(0.0);
        return multiple == 0
                ? reply
                : new Reply(IntStream.range(0, reply.choices().size())
                        .mapToObj(choice -> think(choice, reply.choices().get(choice), multiple, prompt.reasoning()))
                        .toList());
    }

    private Completion think(int choice, Completion completion, double multiple, ReasoningDemand demand) {
        if (completion.parts().stream().anyMatch(Part.Reasoning.class::isInstance)) {
            return completion;
        }
        var visible = completion.parts().stream().mapToLong(this::tokens).sum();
        var most = demand.budgetTokens().orElse(Integer.MAX_VALUE);
        var tokens = (int) Math.min(most, Math.round(visible * multiple));
        var parts = new ArrayList<>(completion.parts());
        parts.addFirst(new Part.Reasoning("", summary(choice, tokens, demand), tokens, Optional.empty()));
        return new Completion(parts, completion.finish());
    }

    private String summary(int choice, int tokens, ReasoningDemand demand) {
        return demand.summary()
                .map(kind -> new Summary(draws.saying("reasoning", choice)).of(tokens, kind))
                .orElse("");
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
