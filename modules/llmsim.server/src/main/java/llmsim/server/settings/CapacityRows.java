package llmsim.server.settings;

import static llmsim.server.settings.Readers.integer;
import static llmsim.server.settings.Readers.number;
import static llmsim.server.settings.Readers.oneOf;
import static llmsim.server.settings.Setting.row;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import llmsim.engine.configuration.CapacitySettings;
import llmsim.engine.configuration.ModelCapacity;
import llmsim.engine.configuration.ModelCapacity.WhenFull;
import llmsim.server.document.Raw;
import llmsim.server.settings.Sources.Direct;

/** The settings of how much models can do at once. */
public final class CapacityRows {
    /** The bounds of the settings, which hold for a model's own too. */
    public static final int MOST_SLOTS = 1_000_000;

    public static final int MOST_QUEUED = 1_000_000;
    public static final double SLOWEST = 1000;

    public static final Setting<Integer> SLOTS = row(
                    "capacity.slots",
                    integer(0, MOST_SLOTS),
                    "0",
                    "Requests that each model answers at the same time; 0 for as many as come.")
            .whileRunning();
    public static final Setting<Integer> QUEUE = row(
                    "capacity.queue",
                    integer(0, MOST_QUEUED),
                    "100",
                    "Requests that may wait for a slot of a model, first come, first served.")
            .whileRunning();
    public static final Setting<WhenFull> WHEN_FULL = row(
                    "capacity.when_full",
                    oneOf(List.of(WhenFull.values())),
                    "unavailable",
                    "What a request gets for which there is neither: rate_limit (429), unavailable (503) or overloaded (529).")
            .whileRunning();
    public static final Setting<Double> SLOWDOWN = row(
                    "capacity.slowdown",
                    number(1, SLOWEST),
                    "1",
                    "By how much gaps between tokens are longer when all slots are taken, and in proportion before.")
            .whileRunning();
    public static final Setting<Raw.Mapping> MODELS = row(
                    "capacity.models",
                    new WrittenMappingReader("models with slots, queue, when_full and slowdown"),
                    Setting.none("none"),
                    "The same for single models, such as gpt-5*: {slots: 2}; the most specific holds.")
            .whileRunning();

    static final List<Setting<?>> ALL = List.of(SLOTS, QUEUE, WHEN_FULL, SLOWDOWN, MODELS);

    private CapacityRows() {}

    /** What a program says by values. */
    public static List<Direct> direct(CapacitySettings capacity) {
        var models = new LinkedHashMap<String, Map<String, String>>();
        capacity.models().forEach((pattern, model) -> models.put(pattern, texts(model)));
        return Stream.concat(
                        texts(capacity.all()).entrySet().stream()
                                .map(value -> Direct.code("capacity." + value.getKey(), value.getValue())),
                        Stream.of(Direct.code(MODELS.key(), models)))
                .toList();
    }

    private static Map<String, String> texts(ModelCapacity capacity) {
        var texts = new LinkedHashMap<String, String>();
        texts.put(SLOTS.name(), String.valueOf(capacity.slots()));
        texts.put(QUEUE.name(), String.valueOf(capacity.queue()));
        texts.put(WHEN_FULL.name(), capacity.whenFull().name().toLowerCase(Locale.ROOT));
        texts.put(SLOWDOWN.name(), String.valueOf(capacity.slowdown()));
        return texts;
    }
}
