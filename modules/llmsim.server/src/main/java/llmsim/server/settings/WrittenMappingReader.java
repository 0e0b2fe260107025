package llmsim.server.settings;

import java.util.Optional;
import java.util.function.Consumer;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Raw;
import tools.jackson.databind.node.ObjectNode;

/** Takes keys with values as they were written, for others to read. */
record WrittenMappingReader(String expected) implements Reader<Raw.Mapping> {
    @Override
    public boolean fitsOneLine() {
        return false;
    }

    @Override
    public Optional<Raw.Mapping> read(Raw raw, Consumer<ConfigurationError> errors) {
        if (raw instanceof Raw.Mapping mapping) {
            return Optional.of(mapping);
        }
        errors.accept(new ConfigurationError(raw.origin(), "must be " + expected + ", not " + raw.kind()));
        return Optional.empty();
    }

    @Override
    public ObjectNode schema() {
        return Readers.byNames(Readers.keys());
    }
}
