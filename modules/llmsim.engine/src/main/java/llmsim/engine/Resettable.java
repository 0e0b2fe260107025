package llmsim.engine;

import java.util.Locale;

/** What a simulator can be told to begin anew. */
public enum Resettable {
    /** The counters of {@code /llmsim/stats}. */
    STATISTICS,
    /** Scripts, and the counts and sequences of mocks. */
    CURSORS,
    /** What was taken of rate limits, and spent. */
    LIMITS,
    /** What the APIs store: responses, conversations, completions. */
    STATE,
    /** The last requests and answers. */
    JOURNAL,
    /** How often each request came, by which the draws of equal requests differ. */
    OCCURRENCES;

    /** As it is written. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
