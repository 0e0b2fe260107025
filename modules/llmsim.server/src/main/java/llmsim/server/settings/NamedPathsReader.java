package llmsim.server.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Raw;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads files by names: {@code NAME: FILE}. */
record NamedPathsReader() implements Reader<Map<String, Path>> {
    @Override
    public String expected() {
        return "names with files";
    }

    @Override
    public boolean fitsOneLine() {
        return false;
    }

    @Override
    public Optional<Map<String, Path>> read(Raw raw, Consumer<ConfigurationError> errors) {
        if (!(raw instanceof Raw.Mapping(var entries, var _))) {
            return wrong(raw, expected(), errors);
        }
        var paths = new LinkedHashMap<String, Path>();
        for (var entry : entries) {
            path(entry.value(), errors).ifPresent(path -> paths.put(entry.name(), path));
        }
        return paths.size() == entries.size() ? Optional.of(paths) : Optional.empty();
    }

    private static Optional<Path> path(Raw raw, Consumer<ConfigurationError> errors) {
        try {
            return raw instanceof Raw.Scalar(var text, var _, var _)
                    ? Optional.of(Path.of(text))
                    : wrong(raw, "a file", errors);
        } catch (InvalidPathException _) {
            return wrong(raw, "a file", errors);
        }
    }

    private static <T> Optional<T> wrong(Raw raw, String expected, Consumer<ConfigurationError> errors) {
        errors.accept(new ConfigurationError(raw.origin(), "must be " + expected + ", not " + raw.kind()));
        return Optional.empty();
    }

    @Override
    public JsonNode shown(Raw raw) {
        var json = JsonNodeFactory.instance.objectNode();
        read(raw, _ -> {}).ifPresent(paths -> paths.forEach((name, path) -> json.put(name, path.toString())));
        return json;
    }

    @Override
    public ObjectNode schema() {
        return Readers.byNames(Form.TEXT.schema());
    }
}
