package llmsim.server.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Origin;
import llmsim.server.document.Raw;

/** Reads all sources into values, and finds everything that is wrong with them. */
public final class SettingsReading {
    private final List<ConfigurationError> errors = new ArrayList<>();
    private final Map<String, Raw> raws = new HashMap<>();
    private final Map<String, Values.Resolved<?>> resolved = new HashMap<>();

    private SettingsReading() {}

    /**
     * What was read: a value for every setting but for the wrong ones, which are in the errors.
     *
     * @param written by the keys of the settings
     */
    public record Outcome(Values values, Map<String, Raw> written, List<ConfigurationError> errors) {
        public Outcome {
            written = Map.copyOf(written);
            errors = ConfigurationError.inOrder(errors);
        }

        /** This outcome with more that is wrong. */
        public Outcome with(List<ConfigurationError> more) {
            return new Outcome(
                    values,
                    written,
                    Stream.concat(errors.stream(), more.stream()).toList());
        }
    }

    /** Reads the sources; never throws for what a user wrote. */
    public static Outcome read(Sources sources) {
        var reading = new SettingsReading();
        sources.file()
                .ifPresent(file -> reading.addAll(
                        KeyWalk.through(ConfigurationFile.read(file, reading.errors::add), reading.errors::add)));
        reading.addAll(Environment.givens(sources.variables(), reading.errors::add));
        for (var direct : sources.direct()) {
            reading.addAll(KeyWalk.through(direct.tree(), reading.errors::add));
        }
        return reading.outcome();
    }

    /**
     * Reads changes over what was written at the start.
     *
     * @param atStart by the keys of the settings
     */
    public static Outcome read(Map<String, Raw> atStart, Changes changes) {
        var reading = new SettingsReading();
        reading.raws.putAll(atStart);
        changes.over(reading.raws, reading::addAll);
        return reading.outcome();
    }

    private Outcome outcome() {
        SettingsTable.ALL.forEach(this::resolve);
        var values = new Values(resolved);
        ErrorRows.mistake(values).ifPresent(errors::add);
        return new Outcome(values, raws, errors);
    }

    /** Nothing, said by the program, takes away what was said before. */
    private void addAll(List<Given> givens) {
        for (var given : givens) {
            if (given.raw() instanceof Raw.Nothing(Origin.Code _)) {
                raws.remove(given.setting().key());
            } else if (read(given.setting(), given.raw(), errors::add).isPresent()) {
                raws.merge(given.setting().key(), given.raw(), Raw::overlay);
            }
        }
    }

    private <T> void resolve(Setting<T> setting) {
        var raw = raws.get(setting.key());
        if (raw == null) {
            if (setting.fallback() instanceof Setting.Fallback.Written(var text)) {
                put(setting, new Raw.Scalar(text, new Origin.Default()), text);
            }
        } else {
            put(setting, raw, setting.reader().written(raw));
        }
    }

    private <T> void put(Setting<T> setting, Raw raw, String written) {
        read(setting, raw, _ -> {})
                .ifPresent(value -> resolved.put(setting.key(), new Values.Resolved<>(value, written, raw)));
    }

    private static <T> Optional<T> read(Setting<T> setting, Raw raw, Consumer<ConfigurationError> errors) {
        return setting.reader().read(raw, error -> errors.accept(named(setting, error)));
    }

    /** An error with the key in it, where neither the place nor the path of an item says it. */
    private static ConfigurationError named(Setting<?> setting, ConfigurationError error) {
        if (error.message().contains(setting.key() + "[")) {
            return error;
        }
        return switch (error.origin()) {
            case Origin.File _, Origin.WholeFile _, Origin.Environment _ ->
                new ConfigurationError(error.origin(), setting.key() + " " + error.message());
            case Origin.Flag _, Origin.Code _, Origin.Changed _, Origin.Default _, Origin.Place _ -> error;
        };
    }
}
