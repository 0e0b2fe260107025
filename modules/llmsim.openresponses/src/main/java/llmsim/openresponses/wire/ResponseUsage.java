package llmsim.openresponses.wire;

/** What a response cost, in tokens. */
public record ResponseUsage(
        long inputTokens,
        InputTokensDetails inputTokensDetails,
        long outputTokens,
        OutputTokensDetails outputTokensDetails,
        long totalTokens) {

    /** Prompt tokens that were or are now kept by the provider. */
    public record InputTokensDetails(long cachedTokens, long cacheWriteTokens) {}

    /** Completion tokens that were thought, not said. */
    public record OutputTokensDetails(long reasoningTokens) {}
}
