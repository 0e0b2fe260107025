package llmsim.engine.fault;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import llmsim.engine.configuration.ErrorSettings;
import llmsim.engine.fault.ErrorKind.Named;

/** Errors by rate: one roll decides what a call gets. Look-ups that cost nothing are let through. */
public record ErrorRates(ErrorSettings settings) implements ErrorPlan {
    private static final double PLAIN_SERVER_ERRORS = 0.7;

    @Override
    public Optional<InjectedError> strike(boolean free, Supplier<RandomGenerator> random) {
        return free || settings.sum() == 0 ? Optional.empty() : roll(random.get());
    }

    @Override
    public Duration timeoutAfter() {
        return settings.timeoutAfter();
    }

    private Optional<InjectedError> roll(RandomGenerator random) {
        var left = random.nextDouble();
        if (left >= settings.sum()) {
            return Optional.empty();
        }
        for (var rate : rates()) {
            if (left < rate.rate()) {
                return Optional.of(rate.kind(left).error(random, settings.timeoutAfter()));
            }
            left -= rate.rate();
        }
        return Optional.empty();
    }

    private List<Rate> rates() {
        return List.of(
                new Rate(settings.rateLimitRate(), Named.RATE_LIMIT),
                new Rate(settings.serverErrorRate(), Named.SERVER_ERROR),
                new Rate(settings.timeoutRate(), Named.TIMEOUT),
                new Rate(settings.invalidRequestRate(), Named.INVALID_REQUEST),
                new Rate(settings.authErrorRate(), Named.AUTH_ERROR),
                new Rate(settings.overloadedRate(), Named.OVERLOADED));
    }

    private record Rate(double rate, Named name) {
        /** @param left what is left of the roll, below the rate */
        Named kind(double left) {
            return name == Named.SERVER_ERROR && left >= PLAIN_SERVER_ERRORS * rate ? Named.UNAVAILABLE : name;
        }
    }
}
