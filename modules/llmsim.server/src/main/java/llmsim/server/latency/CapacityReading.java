package llmsim.server.latency;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import llmsim.engine.configuration.CapacitySettings;
import llmsim.engine.configuration.ModelCapacity;
import llmsim.engine.configuration.ModelCapacity.WhenFull;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Fields;
import llmsim.server.document.Raw;
import llmsim.server.settings.CapacityRows;
import llmsim.server.settings.Values;

/** Reads how much models can do at once. */
public record CapacityReading(Values values, Consumer<ConfigurationError> errors) {
    private static final List<String> KEYS = List.of("slots", "queue", "when_full", "slowdown");
    private static final List<String> REFUSALS =
            Stream.of(WhenFull.values()).map(CapacityReading::lower).toList();

    /** The capacity; what is wrong with it is told, and left out. */
    public CapacitySettings settings() {
        var usual = ModelCapacity.UNLIMITED;
        var all = new ModelCapacity(
                values.find(CapacityRows.SLOTS).orElse(usual.slots()),
                values.find(CapacityRows.QUEUE).orElse(usual.queue()),
                values.find(CapacityRows.WHEN_FULL).orElse(usual.whenFull()),
                values.find(CapacityRows.SLOWDOWN).orElse(usual.slowdown()));
        var models = new LinkedHashMap<String, ModelCapacity>();
        values.find(CapacityRows.MODELS)
                .ifPresent(written -> written.entries().forEach(entry -> models.put(entry.name(), model(entry, all))));
        return new CapacitySettings(all, models);
    }

    private ModelCapacity model(Raw.Entry entry, ModelCapacity all) {
        var fields = Fields.of(CapacityRows.MODELS.key() + "." + entry.name(), entry.value(), errors);
        fields.allow(KEYS);
        return new ModelCapacity(
                fields.integer("slots", 0, CapacityRows.MOST_SLOTS).orElse(all.slots()),
                fields.integer("queue", 0, CapacityRows.MOST_QUEUED).orElse(all.queue()),
                fields.choice("when_full", REFUSALS)
                        .map(written -> WhenFull.valueOf(written.toUpperCase(Locale.ROOT)))
                        .orElse(all.whenFull()),
                fields.number("slowdown", 1, CapacityRows.SLOWEST, "").orElse(all.slowdown()));
    }

    private static String lower(WhenFull whenFull) {
        return whenFull.name().toLowerCase(Locale.ROOT);
    }
}
