package llmsim.engine.fault;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import llmsim.engine.configuration.ErrorSettings;

/** Which calls fail on purpose. Immutable. */
public sealed interface ErrorPlan permits ErrorRates, ForcedError {
    /** None. */
    ErrorPlan NONE = new ErrorRates(ErrorSettings.NONE);

    /**
     * The error that a call gets; empty if it is let through.
     *
     * @param free whether it is a look-up that costs nothing
     * @param random the call's own stream for errors, asked for only if something has to be drawn
     */
    Optional<InjectedError> strike(boolean free, Supplier<RandomGenerator> random);

    /** How long a call waits for its time-out. */
    Duration timeoutAfter();
}
