package llmsim.engine.stats;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A histogram that takes no memory until something is counted. Lock-free. */
final class Rarely {
    private final AtomicReference<@Nullable Histogram> made = new AtomicReference<>();

    Histogram histogram() {
        var known = made.get();
        if (known != null) {
            return known;
        }
        var fresh = new Histogram();
        var other = made.compareAndExchange(null, fresh);
        return other == null ? fresh : other;
    }

    Times times() {
        var known = made.get();
        return known == null ? Times.NONE : known.times();
    }
}
