package llmsim.api.prompt;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How much the client wants the model to think, and what it wants to see of it.
 *
 * @param effort how hard; empty if the client did not say
 * @param budgetTokens an upper bound in tokens, where the provider's API has one
 * @param summary the kind of summary to show; empty if none was asked for
 * @param shown whether the thinking itself is to be shown, where the provider's API can
 */
public record ReasoningDemand(
        Optional<Effort> effort, OptionalInt budgetTokens, Optional<Summary> summary, boolean shown) {

    /** Nothing asked for. */
    public static final ReasoningDemand DEFAULT =
            new ReasoningDemand(Optional.empty(), OptionalInt.empty(), Optional.empty(), false);

    /** Only an effort asked for. */
    public static ReasoningDemand of(Effort effort) {
        return new ReasoningDemand(Optional.of(effort), OptionalInt.empty(), Optional.empty(), false);
    }

    /** Levels of effort, least first. */
    public enum Effort {
        NONE,
        MINIMAL,
        LOW,
        MEDIUM,
        HIGH,
        XHIGH
    }

    /** Kinds of summary, shortest first. */
    public enum Summary {
        CONCISE,
        AUTO,
        DETAILED
    }
}
