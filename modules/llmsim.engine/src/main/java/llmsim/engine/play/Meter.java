package llmsim.engine.play;

import java.util.Arrays;
import llmsim.api.content.Part;
import llmsim.api.reply.ReplyEvent;
import llmsim.api.reply.ReplyEvent.Delta;
import llmsim.api.reply.ReplyEvent.PartStarted;
import llmsim.api.reply.Usage;

/** Counts the tokens of the deltas that went by: the only place where completion tokens are counted. */
final class Meter {
    private final Usage prompt;
    private boolean[] reasoning = new boolean[1];
    private long completionTokens;
    private long reasoningTokens;
    private long sentCompletionTokens;
    private long sentReasoningTokens;

    Meter(Usage prompt) {
        this.prompt = prompt;
    }

    void count(ReplyEvent event) {
        switch (event) {
            case PartStarted begun -> partOf(begun.choice(), begun.opening() instanceof Part.Reasoning);
            case Delta delta -> {
                completionTokens += delta.tokens();
                reasoningTokens += reasoning[delta.choice()] ? delta.tokens() : 0;
            }
            default -> {}
        }
    }

    /** All that was counted so far was sent as well. */
    void mark() {
        sentCompletionTokens = completionTokens;
        sentReasoningTokens = reasoningTokens;
    }

    /** So many of the first tokens were sent, if that is more than was known of; reasoning comes first. */
    void mark(long tokens) {
        sentCompletionTokens = Math.max(sentCompletionTokens, Math.min(completionTokens, tokens));
        sentReasoningTokens = Math.max(sentReasoningTokens, Math.min(reasoningTokens, tokens));
    }

    Usage usage() {
        return prompt.withCompletion(completionTokens, reasoningTokens);
    }

    Usage sent() {
        return prompt.withCompletion(sentCompletionTokens, sentReasoningTokens);
    }

    private void partOf(int choice, boolean reasons) {
        if (choice >= reasoning.length) {
            reasoning = Arrays.copyOf(reasoning, choice + 1);
        }
        reasoning[choice] = reasons;
    }
}
