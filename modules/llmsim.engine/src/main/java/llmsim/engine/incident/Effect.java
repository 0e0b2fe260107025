package llmsim.engine.incident;

import java.util.Optional;
import llmsim.engine.Behaviour;
import llmsim.engine.configuration.ErrorSettings;
import llmsim.engine.configuration.StreamFaults;
import llmsim.engine.fault.ErrorKind;
import llmsim.engine.fault.ErrorRates;
import llmsim.engine.fault.ForcedError;
import llmsim.engine.fault.Luck;
import llmsim.engine.fault.Overlap;
import llmsim.engine.latency.Scaled;

/**
 * What an incident does to a request.
 *
 * @param latencyFactor of all times of an answer, from 0; 1 leaves them
 * @param errors rates in place of the usual ones; empty to leave those
 * @param limitsFactor of all rate limits, from 0; 1 leaves them
 * @param faults broken streams in place of the usual ones; empty to leave those
 * @param outage whether every request gets the provider's 503
 */
public record Effect(
        double latencyFactor,
        Optional<ErrorSettings> errors,
        double limitsFactor,
        Optional<StreamFaults> faults,
        boolean outage) {
    /** None. */
    public static final Effect NONE = new Effect(1, Optional.empty(), 1, Optional.empty(), false);

    /** Nobody gets an answer. */
    public static final Effect OUTAGE = new Effect(1, Optional.empty(), 1, Optional.empty(), true);

    public Effect {
        if (!(latencyFactor >= 0 && latencyFactor <= 1_000_000)) {
            throw new IllegalArgumentException("a latency factor must be from 0 to 1000000, not " + latencyFactor);
        }
        if (!(limitsFactor >= 0 && limitsFactor <= 1_000_000)) {
            throw new IllegalArgumentException("a limits factor must be from 0 to 1000000, not " + limitsFactor);
        }
        faults.map(Overlap::new).flatMap(Overlap::objection).ifPresent(objection -> {
            throw new IllegalArgumentException("stream faults " + objection);
        });
    }

    /** The same with times multiplied. */
    public Effect latency(double factor) {
        return new Effect(factor, errors, limitsFactor, faults, outage);
    }

    /** The same with error rates. */
    public Effect errors(ErrorSettings rates) {
        return new Effect(latencyFactor, Optional.of(rates), limitsFactor, faults, outage);
    }

    /** The same with rate limits multiplied. */
    public Effect limits(double factor) {
        return new Effect(latencyFactor, errors, factor, faults, outage);
    }

    /** The same with broken streams. */
    public Effect faults(StreamFaults streams) {
        return new Effect(latencyFactor, errors, limitsFactor, Optional.of(streams), outage);
    }

    /** The behaviour under it, but for the limits: what was taken of those is shared with all other calls. */
    public Behaviour appliedTo(Behaviour present) {
        return failing(broken(slowed(present)));
    }

    private Behaviour slowed(Behaviour present) {
        return latencyFactor == 1 ? present : present.withPace(profile -> Scaled.by(latencyFactor, profile));
    }

    private Behaviour broken(Behaviour present) {
        return faults.map(Luck::new).map(present::withLuck).orElse(present);
    }

    private Behaviour failing(Behaviour present) {
        var plan = present.errors();
        if (outage) {
            return present.withErrors(new ForcedError(ErrorKind.Named.UNAVAILABLE, plan.timeoutAfter()));
        }
        // Of an outage and error rates at the same time it is the outage that is seen.
        return plan instanceof ForcedError
                ? present
                : errors.map(ErrorRates::new).map(present::withErrors).orElse(present);
    }
}
