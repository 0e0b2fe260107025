package llmsim.engine.stats;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Events a second over the last 60 whole and begun seconds. */
final class Rate {
    private static final int SECONDS = 60;
    private static final long NANOS = 1_000_000_000;

    private final AtomicReferenceArray<@Nullable Second> seconds = new AtomicReferenceArray<>(SECONDS);

    void count(long nanosSinceStart, long events) {
        var number = nanosSinceStart / NANOS;
        var slot = (int) (number % SECONDS);
        var second = seconds.get(slot);
        while (second == null || second.number < number) {
            seconds.compareAndSet(slot, second, new Second(number));
            second = seconds.get(slot);
        }
        second.events.add(events);
    }

    double perSecond(long nanosSinceStart) {
        var number = nanosSinceStart / NANOS;
        var events = 0L;
        for (var slot = 0; slot < SECONDS; slot++) {
            var second = seconds.get(slot);
            if (second != null && second.number > number - SECONDS) {
                events += second.events.sum();
            }
        }
        var span = Math.clamp(nanosSinceStart / (double) NANOS, 1, SECONDS);
        return Math.round(events / span * 100) / 100.0;
    }

    private static final class Second {
        private final long number;
        private final LongAdder events = new LongAdder();

        private Second(long number) {
            this.number = number;
        }
    }
}
