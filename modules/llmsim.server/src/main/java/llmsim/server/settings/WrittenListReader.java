package llmsim.server.settings;

import java.util.Optional;
import java.util.function.Consumer;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Raw;
import tools.jackson.databind.node.ObjectNode;

/** Takes a list as it was written, for others to read. */
record WrittenListReader() implements Reader<Raw> {
    @Override
    public String expected() {
        return "a list";
    }

    @Override
    public boolean fitsOneLine() {
        return false;
    }

    @Override
    public Optional<Raw> read(Raw raw, Consumer<ConfigurationError> errors) {
        if (raw instanceof Raw.Sequence) {
            return Optional.of(raw);
        }
        errors.accept(new ConfigurationError(raw.origin(), "must be a list, not " + raw.kind()));
        return Optional.empty();
    }

    @Override
    public ObjectNode schema() {
        return Readers.listOf(Readers.keys());
    }
}
