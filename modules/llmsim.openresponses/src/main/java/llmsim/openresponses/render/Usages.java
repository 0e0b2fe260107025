package llmsim.openresponses.render;

import llmsim.api.reply.Usage;
import llmsim.openresponses.wire.ResponseUsage;

/** Usage as the API tells it. */
public final class Usages {
    private Usages() {}

    /** The same in the API's fields. */
    public static ResponseUsage wire(Usage usage) {
        return new ResponseUsage(
                usage.promptTokens(),
                new ResponseUsage.InputTokensDetails(usage.cachedPromptTokens(), usage.cacheWriteTokens()),
                usage.completionTokens(),
                new ResponseUsage.OutputTokensDetails(usage.reasoningTokens()),
                usage.totalTokens());
    }
}
