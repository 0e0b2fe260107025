package llmsim.engine.incident;

import java.util.List;
import llmsim.api.exchange.Caller;
import llmsim.api.time.Clock;
import llmsim.engine.limit.LimitShare;

/**
 * What incidents leave of the rate limits. Limits are told apart by key and model alone, so the incident's providers and
 * its share do not matter here.
 *
 * @param touching the incidents that make limits larger or smaller
 * @param startNanos when the simulator started, by the clock
 */
public record IncidentLimits(List<Incident> touching, Clock clock, long startNanos) implements LimitShare {
    public IncidentLimits {
        touching = List.copyOf(touching);
    }

    /**
     * The share; all of the limits where no incident touches them.
     *
     * @param startNanos when the simulator started, by the clock
     */
    public static LimitShare of(Timeline timeline, Clock clock, long startNanos) {
        var touching = timeline.incidents().stream()
                .filter(incident -> incident.effect().limitsFactor() != 1)
                .toList();
        return touching.isEmpty() ? WHOLE : new IncidentLimits(touching, clock, startNanos);
    }

    @Override
    public double of(Caller caller, String model) {
        var since = clock.nanoTime() - startNanos;
        var share = 1.0;
        for (var incident : touching) {
            if (incident.lastsAt(since) && incident.where().meets(caller.keyId(), model)) {
                share *= incident.effect().limitsFactor();
            }
        }
        return share;
    }
}
