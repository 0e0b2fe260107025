package llmsim.api.reply;

/**
 * The tokens of an exchange, counted once by the engine; every dialect, header and statistic shows these numbers.
 *
 * @param promptTokens all prompt tokens, cached ones included
 * @param cachedPromptTokens of these, read from a prompt cache
 * @param cacheWriteTokens of these, written to a prompt cache
 * @param completionTokens all completion tokens over all choices, reasoning included
 * @param reasoningTokens of these, spent on reasoning
 */
public record Usage(
        long promptTokens,
        long cachedPromptTokens,
        long cacheWriteTokens,
        long completionTokens,
        long reasoningTokens) {

    /** A prompt that has not been answered yet. */
    public static Usage ofPrompt(long promptTokens) {
        return new Usage(promptTokens, 0, 0, 0, 0);
    }

    /** The same prompt with these completion tokens. */
    public Usage withCompletion(long tokens, long ofThemReasoning) {
        return new Usage(promptTokens, cachedPromptTokens, cacheWriteTokens, tokens, ofThemReasoning);
    }

    /** Prompt and completion tokens. */
    public long totalTokens() {
        return promptTokens + completionTokens;
    }
}
