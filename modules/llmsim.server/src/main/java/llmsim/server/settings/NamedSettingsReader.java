package llmsim.server.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import llmsim.api.settings.Settings;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.JsonValues;
import llmsim.server.document.Raw;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the settings of extensions: {@code NAME: {key: value}}, where the extension knows its keys. */
record NamedSettingsReader() implements Reader<Map<String, PluginSettings.Named>> {
    private static final Pattern SECRET_KEY =
            Pattern.compile("key|token|secret|passw|credential|auth|dsn|url", Pattern.CASE_INSENSITIVE);

    @Override
    public String expected() {
        return "names with settings";
    }

    @Override
    public boolean fitsOneLine() {
        return false;
    }

    /** Without the values whose keys look like those of secrets. */
    @Override
    public JsonNode shown(Raw raw) {
        var json = JsonValues.of(raw, _ -> {});
        for (var extension : json) {
            if (extension instanceof ObjectNode settings) {
                settings.propertyNames().stream()
                        .filter(key -> SECRET_KEY.matcher(key).find())
                        .toList()
                        .forEach(key -> settings.put(key, Readers.SECRET));
            }
        }
        return json;
    }

    @Override
    public Optional<Map<String, PluginSettings.Named>> read(Raw raw, Consumer<ConfigurationError> errors) {
        if (!(raw instanceof Raw.Mapping(var entries, var _))) {
            return wrong(raw, expected(), errors);
        }
        var named = new LinkedHashMap<String, PluginSettings.Named>();
        for (var entry : entries) {
            settings(entry.value(), errors)
                    .ifPresent(settings -> named.put(entry.name(), new PluginSettings.Named(entry.origin(), settings)));
        }
        return named.size() == entries.size() ? Optional.of(named) : Optional.empty();
    }

    private static Optional<Settings> settings(Raw raw, Consumer<ConfigurationError> errors) {
        if (raw instanceof Raw.Nothing) {
            return Optional.of(Settings.NONE);
        }
        if (!(raw instanceof Raw.Mapping(var entries, var _))) {
            return wrong(raw, "keys with values", errors);
        }
        var values = new LinkedHashMap<String, Settings.Value>();
        for (var entry : entries) {
            value(entry.value(), errors).ifPresent(value -> values.put(entry.name(), value));
        }
        return values.size() == entries.size() ? Optional.of(Settings.of(values)) : Optional.empty();
    }

    private static Optional<Settings.Value> value(Raw raw, Consumer<ConfigurationError> errors) {
        return raw instanceof Raw.Scalar(var text, var _, var origin)
                ? Optional.of(new Settings.Value(text, origin.text()))
                : wrong(raw, "a text, a number, or true or false", errors);
    }

    private static <T> Optional<T> wrong(Raw raw, String expected, Consumer<ConfigurationError> errors) {
        errors.accept(new ConfigurationError(raw.origin(), "must be " + expected + ", not " + raw.kind()));
        return Optional.empty();
    }

    @Override
    public ObjectNode schema() {
        return Readers.byNames(Readers.keys());
    }
}
