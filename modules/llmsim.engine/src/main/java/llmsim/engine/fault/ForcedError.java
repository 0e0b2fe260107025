package llmsim.engine.fault;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Every call gets this error, free look-ups too.
 *
 * @param timeoutAfter how long a call waits for it if it is a time-out
 */
public record ForcedError(ErrorKind kind, Duration timeoutAfter) implements ErrorPlan {
    @Override
    public Optional<InjectedError> strike(boolean free, Supplier<RandomGenerator> random) {
        return Optional.of(kind.error(random.get(), timeoutAfter));
    }
}
