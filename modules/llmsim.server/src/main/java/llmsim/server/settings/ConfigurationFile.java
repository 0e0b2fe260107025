package llmsim.server.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Document;
import llmsim.server.document.Limits;
import llmsim.server.document.Origin;
import llmsim.server.document.Raw;

/** A configuration file on disk. */
final class ConfigurationFile {
    private ConfigurationFile() {}

    /** What the file says; nothing after an error that hides the rest. */
    static Raw.Mapping read(Path path, Consumer<ConfigurationError> errors) {
        var empty = new Raw.Mapping(List.of(), new Origin.WholeFile(path.toString()));
        return Document.read(path, Limits.CONFIGURATION, errors)
                .map(root -> mapping(root, empty, errors))
                .orElse(empty);
    }

    private static Raw.Mapping mapping(Raw root, Raw.Mapping empty, Consumer<ConfigurationError> errors) {
        return switch (root) {
            case Raw.Mapping mapping -> mapping;
            case Raw.Nothing _ -> empty;
            case Raw.Scalar _, Raw.Sequence _ -> {
                errors.accept(new ConfigurationError(root.origin(), "must be keys with values, not " + root.kind()));
                yield empty;
            }
        };
    }
}
