package llmsim.api.reply;

import java.util.Optional;

/**
 * How a completion ended.
 *
 * @param detail the matched stop sequence, the filter's category, or the provider's own word for {@code OTHER}
 */
public record Finish(FinishReason reason, Optional<String> detail) {
    /** Ended by itself. */
    public static final Finish STOP = of(FinishReason.STOP);

    /** Cut at the length limit. */
    public static final Finish LENGTH = of(FinishReason.LENGTH);

    /** Waits for tools. */
    public static final Finish TOOL_CALLS = of(FinishReason.TOOL_CALLS);

    /** A reason without detail. */
    public static Finish of(FinishReason reason) {
        return new Finish(reason, Optional.empty());
    }

    /** Ended at this stop sequence. */
    public static Finish at(String stopSequence) {
        return new Finish(FinishReason.STOP_SEQUENCE, Optional.of(stopSequence));
    }
}
