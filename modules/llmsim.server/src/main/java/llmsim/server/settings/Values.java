package llmsim.server.settings;

import java.util.Map;
import java.util.Optional;
import llmsim.server.document.JsonValues;
import llmsim.server.document.Origin;
import llmsim.server.document.Raw;
import tools.jackson.databind.JsonNode;

/** The value of every setting, and where it came from. Immutable. */
public final class Values {
    private final Map<String, Resolved<?>> resolved;

    Values(Map<String, Resolved<?>> resolved) {
        this.resolved = Map.copyOf(resolved);
    }

    /** The value; empty if nobody set one and the setting has none of its own. */
    @SuppressWarnings("unchecked") // a value is put under its own setting's key only
    public <T> Optional<T> find(Setting<T> setting) {
        return Optional.ofNullable((Resolved<T>) resolved.get(setting.key())).map(Resolved::value);
    }

    /** The value of a setting that always has one. */
    public <T> T get(Setting<T> setting) {
        return find(setting).orElseThrow(() -> new IllegalStateException(setting.key() + " has no value"));
    }

    /** The value as it was written. */
    public String written(Setting<?> setting) {
        var found = resolved.get(setting.key());
        return found == null ? "" : found.written();
    }

    /** Where the value came from. */
    public Origin origin(Setting<?> setting) {
        var found = resolved.get(setting.key());
        return found == null ? new Origin.Default() : found.origin();
    }

    /** What was written, or the default; empty if there is neither. */
    public Optional<Raw> raw(Setting<?> setting) {
        return Optional.ofNullable(resolved.get(setting.key())).map(Resolved::raw);
    }

    /** Whether the same was written for a setting, wherever. */
    public boolean says(Setting<?> setting, Values others) {
        return shown(setting).equals(others.shown(setting));
    }

    private Optional<JsonNode> shown(Setting<?> setting) {
        return raw(setting).map(raw -> JsonValues.of(raw, _ -> {}));
    }

    /** Whether somebody set it. */
    public boolean isSet(Setting<?> setting) {
        return !(origin(setting) instanceof Origin.Default);
    }

    record Resolved<T>(T value, String written, Raw raw) {
        Origin origin() {
            return raw.origin();
        }
    }
}
