package llmsim.engine.stats;

import java.util.concurrent.atomic.LongAdder;
import llmsim.api.problem.Category;

/** Counts errors by family. */
final class ErrorCounts {
    private final LongAdder total = new LongAdder();
    private final LongAdder rateLimits = new LongAdder();
    private final LongAdder serverErrors = new LongAdder();
    private final LongAdder timeouts = new LongAdder();

    void count(Category category) {
        total.increment();
        switch (category) {
            case RATE_LIMIT, QUOTA -> rateLimits.increment();
            case SERVER_ERROR, UNAVAILABLE -> serverErrors.increment();
            case TIMEOUT -> timeouts.increment();
            default -> {}
        }
    }

    void countDefect() {
        count(Category.SERVER_ERROR);
    }

    long total() {
        return total.sum();
    }

    long rateLimits() {
        return rateLimits.sum();
    }

    long serverErrors() {
        return serverErrors.sum();
    }

    long timeouts() {
        return timeouts.sum();
    }
}
