package llmsim.engine.stats;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** How late frames were written in the last minute, kept in parts of ten seconds. Lock-free. */
final class RecentLag {
    private static final int PARTS = 6;
    private static final long PART_NANOS = 10_000_000_000L;

    private final AtomicReferenceArray<@Nullable Part> parts = new AtomicReferenceArray<>(PARTS);

    void count(long nanosSinceStart, long lagNanos) {
        var number = nanosSinceStart / PART_NANOS;
        var slot = (int) (number % PARTS);
        var part = parts.get(slot);
        while (part == null || part.number() < number) {
            parts.compareAndSet(slot, part, new Part(number, new Histogram()));
            part = parts.get(slot);
        }
        part.lag().count(lagNanos);
    }

    /** All that was counted in the last minute. */
    Times lately(long nanosSinceStart) {
        var number = nanosSinceStart / PART_NANOS;
        var all = new Times.Sum();
        for (var slot = 0; slot < PARTS; slot++) {
            var part = parts.get(slot);
            if (part != null && part.number() > number - PARTS) {
                all.add(part.lag().times());
            }
        }
        return all.times();
    }

    private record Part(long number, Histogram lag) {}
}
