package llmsim.openresponses.wire;

/** What an input costs. */
public record TokenCounts(String object, long inputTokens) {}
