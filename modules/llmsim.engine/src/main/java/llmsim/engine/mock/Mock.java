package llmsim.engine.mock;

import java.util.Optional;
import llmsim.engine.configuration.LatencySettings;
import llmsim.engine.match.Match;

/**
 * What to answer to requests of a certain kind. Immutable.
 *
 * @param name by which errors call it; empty for its number
 * @param priority mocks of a higher one are tried first; those of the same in their order
 * @param latency the pace of its answers; empty for the pace that the request has anyway
 */
public record Mock(
        Match match, Response response, int priority, Optional<String> name, Optional<LatencySettings> latency) {

    /** An answer, of priority 0, without a name, at the usual pace. */
    public static Mock of(Match match, Response response) {
        return new Mock(match, response, 0, Optional.empty(), Optional.empty());
    }

    /** The same with another priority. */
    public Mock withPriority(int other) {
        return new Mock(match, response, other, name, latency);
    }

    /** The same with a name. */
    public Mock withName(String other) {
        return new Mock(match, response, priority, Optional.of(other), latency);
    }

    /** The same at this pace. */
    public Mock withLatency(LatencySettings pace) {
        return new Mock(match, response, priority, name, Optional.of(pace));
    }
}
