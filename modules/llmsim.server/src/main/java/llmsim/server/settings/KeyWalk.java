package llmsim.server.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import llmsim.api.settings.NearMiss;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Raw;

/** Finds the settings that a tree of keys names, and reports every key that is none. */
final class KeyWalk {
    private final Consumer<ConfigurationError> errors;
    private final boolean changing;
    private final List<Given> found = new ArrayList<>();

    private KeyWalk(Consumer<ConfigurationError> errors, boolean changing) {
        this.errors = errors;
        this.changing = changing;
    }

    /** The same of a change, where nothing behind a section stands for nothing behind each of its settings. */
    static List<Given> throughChange(Raw.Mapping root, Consumer<ConfigurationError> errors) {
        var walk = new KeyWalk(errors, true);
        walk.down("", root);
        return List.copyOf(walk.found);
    }

    static List<Given> through(Raw.Mapping root, Consumer<ConfigurationError> errors) {
        var walk = new KeyWalk(errors, false);
        walk.down("", root);
        return List.copyOf(walk.found);
    }

    private void down(String prefix, Raw.Mapping mapping) {
        for (var entry : mapping.entries()) {
            var key = prefix + entry.name();
            var setting = SettingsTable.find(key);
            if (setting.isPresent()) {
                found.add(new Given(setting.get(), entry.value()));
            } else if (isSection(key)) {
                section(key, entry.value());
            } else {
                errors.accept(new ConfigurationError(entry.origin(), unknown(prefix, entry.name())));
            }
        }
    }

    private void section(String key, Raw value) {
        switch (value) {
            case Raw.Mapping mapping -> down(key + ".", mapping);
            case Raw.Nothing nothing when changing -> nothingBelow(key + ".", nothing);
            case Raw.Nothing _ -> {}
            case Raw.Scalar _, Raw.Sequence _ ->
                errors.accept(
                        new ConfigurationError(value.origin(), key + " must be keys with values, not " + value.kind()));
        }
    }

    private void nothingBelow(String prefix, Raw.Nothing nothing) {
        SettingsTable.ALL.stream()
                .filter(setting -> setting.changeable() && setting.key().startsWith(prefix))
                .forEach(setting -> found.add(new Given(setting, nothing)));
    }

    private static boolean isSection(String key) {
        return SettingsTable.ALL.stream().anyMatch(setting -> setting.key().startsWith(key + "."));
    }

    private static String unknown(String prefix, String name) {
        var key = prefix + name;
        var elsewhere = SettingsTable.ALL.stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst();
        return elsewhere
                .map(setting -> "unknown key '" + key + "'; did you mean '" + setting.key() + "'?")
                .orElseGet(() -> "unknown key '" + key + "'" + NearMiss.hint(name, children(prefix)));
    }

    private static Collection<String> children(String prefix) {
        var names = new LinkedHashSet<String>();
        SettingsTable.ALL.stream()
                .map(Setting::key)
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()).replaceFirst("\\..*", ""))
                .forEach(names::add);
        return names;
    }
}
