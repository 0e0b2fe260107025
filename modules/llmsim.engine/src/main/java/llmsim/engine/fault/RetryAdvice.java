package llmsim.engine.fault;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import llmsim.api.problem.Category;

/** When to try again after an injected error: after 1 to 59 s where there were too many requests, after 60 s of trouble. */
final class RetryAdvice {
    private static final Duration UNAVAILABLE = Duration.ofSeconds(60);

    private RetryAdvice() {}

    static Optional<Duration> of(Category category, RandomGenerator random) {
        return switch (category) {
            case RATE_LIMIT -> Optional.of(Duration.ofSeconds(random.nextInt(1, 60)));
            case UNAVAILABLE -> Optional.of(UNAVAILABLE);
            default -> Optional.empty();
        };
    }
}
