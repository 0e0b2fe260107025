package llmsim.engine.incident;

import llmsim.api.exchange.Caller;
import llmsim.api.time.Clock;
import llmsim.engine.limit.LimitShare;

/**
 * What incidents leave of the rate limits. Limits are told apart by key and model alone, so the incident's providers and
 * its share do not matter here.
 *
 * @param startNanos when the simulator started, by the clock
 */
public record IncidentLimits(Timeline timeline, Clock clock, long startNanos) implements LimitShare {

    /** The share from now on, if that is the start; all of the limits where no incident touches them. */
    public static LimitShare of(Timeline timeline, Clock clock) {
        return timeline.incidents().stream()
                        .allMatch(incident -> incident.effect().limitsFactor() == 1)
                ? WHOLE
                : new IncidentLimits(timeline, clock, clock.nanoTime());
    }

    @Override
    public double of(Caller caller, String model) {
        return timeline.at(clock.nanoTime() - startNanos).stream()
                .filter(incident -> incident.where().meets(caller.keyId(), model))
                .mapToDouble(incident -> incident.effect().limitsFactor())
                .reduce(1, (share, factor) -> share * factor);
    }
}
