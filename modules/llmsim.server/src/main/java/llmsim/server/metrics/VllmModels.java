package llmsim.server.metrics;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import llmsim.engine.gate.SlotLoad;
import llmsim.engine.stats.Tally;

/**
 * What is known of each model, by its name as requests had it.
 *
 * @param running requests under way that do not wait
 * @param waiting requests that wait for a slot
 * @param slotsInUse part of the slots that is taken; only of models whose slots are limited and in use
 */
record VllmModels(
        Map<String, Tally> tallies,
        Map<String, Double> running,
        Map<String, Double> waiting,
        Map<String, Double> slotsInUse) {

    /** Slots know names in lower case alone: what they say is told of the first name that fits, and so never twice. */
    static VllmModels of(Map<String, Tally> byModel, Map<String, SlotLoad> slots) {
        var tallies = new TreeMap<>(byModel);
        tallies.remove("");
        var models = new VllmModels(tallies, new HashMap<>(), new HashMap<>(), new HashMap<>());
        var left = new HashMap<>(slots);
        tallies.forEach((model, tally) -> {
            var load = left.remove(model.toLowerCase(Locale.ROOT));
            models.add(model, tally.active(), load == null ? new SlotLoad(0, 0, 0) : load);
        });
        return models;
    }

    private void add(String model, long active, SlotLoad load) {
        waiting.put(model, (double) load.queued());
        running.put(model, (double) Math.max(0, active - load.queued()));
        if (load.slots() > 0) {
            slotsInUse.put(model, Math.min(1, (double) load.inUse() / load.slots()));
        }
    }
}
