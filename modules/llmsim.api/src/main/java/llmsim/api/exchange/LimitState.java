package llmsim.api.exchange;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import llmsim.api.problem.Quantity;

/** How much of each configured rate limit is left for a caller; empty if none is configured. */
public record LimitState(Map<Quantity, Window> windows) {
    /** No limit is configured. */
    public static final LimitState NONE = new LimitState(Map.of());

    public LimitState {
        // No hashing: it is made for every answer.
        windows = windows.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(windows));
    }

    /** One limit, what remains of it, and how long until it is whole again. */
    public record Window(long limit, long remaining, Duration reset) {}
}
