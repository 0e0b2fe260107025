package llmsim.server.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The entries of one mapping while it is read; a name that comes a second time is reported and left out. */
final class Entries {
    private final Map<String, Origin> seen = new HashMap<>();
    private final List<Raw.Entry> entries = new ArrayList<>();
    private final Consumer<ConfigurationError> errors;

    Entries(Consumer<ConfigurationError> errors) {
        this.errors = errors;
    }

    void add(String name, Origin origin, Raw value) {
        var first = seen.putIfAbsent(name, origin);
        if (first == null) {
            entries.add(new Raw.Entry(name, origin, value));
        } else {
            errors.accept(new ConfigurationError(
                    origin, "'" + name + "' stands here a second time; the first is at " + first.text()));
        }
    }

    Raw.Mapping mapping(Origin origin) {
        return new Raw.Mapping(entries, origin);
    }
}
