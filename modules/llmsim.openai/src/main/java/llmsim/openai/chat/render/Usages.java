package llmsim.openai.chat.render;

import llmsim.api.reply.Usage;
import llmsim.openai.chat.wire.CompletionUsage;
import llmsim.openai.chat.wire.CompletionUsage.CompletionTokensDetails;
import llmsim.openai.chat.wire.CompletionUsage.PromptTokensDetails;

/** Usage as the provider tells it. */
final class Usages {
    private Usages() {}

    static CompletionUsage wire(Usage usage) {
        return new CompletionUsage(
                usage.promptTokens(),
                usage.completionTokens(),
                usage.totalTokens(),
                new PromptTokensDetails(usage.cachedPromptTokens(), 0),
                new CompletionTokensDetails(usage.reasoningTokens(), 0, 0, 0));
    }
}
