package llmsim.server.settings;

import java.util.Optional;
import java.util.function.Consumer;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Raw;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads what is nobody's business who asks over the network, such as where a private key lies. */
record HiddenReader<T>(Reader<T> inner) implements Reader<T> {
    @Override
    public String expected() {
        return inner.expected();
    }

    @Override
    public Optional<T> read(Raw raw, Consumer<ConfigurationError> errors) {
        return inner.read(raw, errors);
    }

    @Override
    public boolean fitsOneLine() {
        return inner.fitsOneLine();
    }

    @Override
    public String written(Raw raw) {
        return inner.written(raw);
    }

    @Override
    public JsonNode shown(Raw raw) {
        return JsonNodeFactory.instance.stringNode(Readers.SECRET);
    }

    @Override
    public ObjectNode schema() {
        return Form.TEXT.schema();
    }
}
