package llmsim.openresponses.wire;

import org.jspecify.annotations.Nullable;

/** How much to think, and what to tell of it. */
public record ReasoningConfiguration(
        @Nullable String effort, @Nullable String summary) {
    /** Nothing said. */
    public static final ReasoningConfiguration NONE = new ReasoningConfiguration(null, null);
}
