package llmsim.server.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Raw;

/**
 * All that was changed while a simulator runs, over what held at its start. Immutable.
 *
 * @param written by the keys of the settings
 */
public record Changes(Map<String, Change> written) {
    /** Nothing was changed. */
    public static final Changes NONE = new Changes(Map.of());

    public Changes {
        written = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(written));
    }

    /**
     * What was said of a setting.
     *
     * @param alone whether what was said at the start does not matter, also where both are keys with values
     */
    public record Change(Raw raw, boolean alone) {}

    /**
     * These and a further change, in the shape of the configuration file; where it says nothing (JSON's {@code null}), what
     * held at the start holds again. What cannot be changed, and what is no setting, is told.
     */
    public Changes and(Raw.Mapping change, Consumer<ConfigurationError> errors) {
        var all = new LinkedHashMap<>(written);
        for (var given : KeyWalk.throughChange(change, errors)) {
            if (isChangeable(given, errors)) {
                put(all, given.setting().key(), given.raw());
            }
        }
        return new Changes(all);
    }

    /** These and what a program says; nothing takes away what was said before, at the start too. */
    public Changes and(List<Sources.Direct> said, Consumer<ConfigurationError> errors) {
        var all = new LinkedHashMap<>(written);
        for (var direct : said) {
            for (var given : KeyWalk.through(direct.tree(), errors)) {
                if (isChangeable(given, errors)) {
                    all.merge(given.setting().key(), said(given.raw()), Changes::overlaid);
                }
            }
        }
        return new Changes(all);
    }

    /** Whether something was said of a setting. */
    public boolean says(Setting<?> setting) {
        return written.containsKey(setting.key());
    }

    /** The same without what was said of a setting. */
    public Changes without(Setting<?> setting) {
        var less = new LinkedHashMap<>(written);
        less.remove(setting.key());
        return new Changes(less);
    }

    /** What is not is not even read: it may name a file. */
    private static boolean isChangeable(Given given, Consumer<ConfigurationError> errors) {
        if (!given.setting().changeable()) {
            errors.accept(new ConfigurationError(
                    given.raw().origin(), given.setting().key() + " cannot be changed while llmsim runs"));
        }
        return given.setting().changeable();
    }

    private static Change said(Raw raw) {
        return new Change(raw, raw instanceof Raw.Nothing);
    }

    private static Change overlaid(Change lower, Change upper) {
        return new Change(Raw.overlay(lower.raw, upper.raw), lower.alone || upper.alone);
    }

    private static void put(Map<String, Change> all, String key, Raw raw) {
        if (raw instanceof Raw.Nothing) {
            all.remove(key);
        } else {
            var before = all.getOrDefault(key, new Change(raw, false));
            all.put(key, new Change(patched(before.raw, raw), before.alone));
        }
    }

    /** Entries with nothing behind them are taken out, also of what is new. */
    private static Raw patched(Raw before, Raw change) {
        if (!(change instanceof Raw.Mapping(var entries, var origin))) {
            return change;
        }
        var all = new LinkedHashMap<String, Raw.Entry>();
        if (before instanceof Raw.Mapping(var present, var _) && !before.equals(change)) {
            present.forEach(entry -> all.put(entry.name(), entry));
        }
        for (var entry : entries) {
            if (entry.value() instanceof Raw.Nothing) {
                all.remove(entry.name());
            } else {
                var below =
                        all.containsKey(entry.name()) ? all.get(entry.name()).value() : entry.value();
                all.put(entry.name(), new Raw.Entry(entry.name(), entry.origin(), patched(below, entry.value())));
            }
        }
        return new Raw.Mapping(List.copyOf(all.values()), origin);
    }

    /** Lays the changes over what was written at the start. */
    void over(Map<String, Raw> atStart, Consumer<List<Given>> reading) {
        written.forEach((key, change) -> {
            if (change.alone) {
                atStart.remove(key);
            }
            var setting = SettingsTable.find(key).orElseThrow();
            if (!(change.raw instanceof Raw.Nothing)) {
                reading.accept(List.of(new Given(setting, change.raw)));
            }
        });
    }
}
