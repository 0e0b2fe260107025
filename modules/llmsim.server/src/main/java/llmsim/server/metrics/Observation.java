package llmsim.server.metrics;

import java.util.List;
import java.util.Map;
import llmsim.engine.gate.SlotLoad;
import llmsim.engine.stats.Totals;

/**
 * All that is told in one scrape.
 *
 * @param totals counted since the start: what Prometheus counts must not begin anew with a reset of the statistics
 */
record Observation(Totals totals, Now now, ProcessState process, String version) {

    /**
     * What is as it is, and no sum of what was counted.
     *
     * @param queued requests that wait for a slot
     * @param connections open TCP connections
     * @param bufferedBytes bytes of bodies in memory
     * @param incidents names of those that last
     * @param slots of models, by their names in lower case
     */
    record Now(
            long queued,
            long webSockets,
            int connections,
            long bufferedBytes,
            List<String> incidents,
            Map<String, SlotLoad> slots) {
        Now {
            incidents = List.copyOf(incidents);
            slots = Map.copyOf(slots);
        }
    }
}
