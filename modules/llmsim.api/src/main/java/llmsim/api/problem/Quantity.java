package llmsim.api.problem;

/** What a rate limit counts. */
public enum Quantity {
    REQUESTS("requests"),
    TOKENS("tokens"),
    INPUT_TOKENS("input tokens"),
    OUTPUT_TOKENS("output tokens");

    private final String plural;

    Quantity(String plural) {
        this.plural = plural;
    }

    /** In words. */
    public String plural() {
        return plural;
    }
}
