package llmsim.engine.limit;

import llmsim.api.problem.Quantity;
import llmsim.api.reply.Usage;

/** What a request takes, or took. Cache reads are no input tokens, but they are tokens. */
record Demand(long input, long cached, long output) {
    /** What it asks for; how much of it is cached is not known yet. */
    static Demand asked(long promptTokens, long completionTokens) {
        return new Demand(promptTokens, 0, completionTokens);
    }

    static Demand used(Usage usage) {
        return new Demand(usage.promptTokens(), usage.cachedPromptTokens(), usage.completionTokens());
    }

    long of(Quantity quantity) {
        return switch (quantity) {
            case REQUESTS -> 1;
            case TOKENS -> sum(input, output);
            case INPUT_TOKENS -> input - cached;
            case OUTPUT_TOKENS -> output;
        };
    }

    private static long sum(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }
}
