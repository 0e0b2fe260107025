package llmsim.openai.chat.wire;

/** The tokens of a completion; all numbers are tokens. */
public record CompletionUsage(
        long promptTokens,
        long completionTokens,
        long totalTokens,
        PromptTokensDetails promptTokensDetails,
        CompletionTokensDetails completionTokensDetails) {

    /** Of the prompt's tokens. */
    public record PromptTokensDetails(long cachedTokens, long audioTokens) {}

    /** Of the completion's tokens. */
    public record CompletionTokensDetails(
            long reasoningTokens, long audioTokens, long acceptedPredictionTokens, long rejectedPredictionTokens) {}
}
