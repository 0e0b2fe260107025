package llmsim.server.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Raw;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads texts: a list, or one text with commas between them. */
record ListReader(String expected) implements Reader<List<String>> {
    @Override
    public Optional<List<String>> read(Raw raw, Consumer<ConfigurationError> errors) {
        return switch (raw) {
            case Raw.Scalar(var text, var _, var _) ->
                Optional.of(Readers.commaSeparated(text).toList());
            case Raw.Sequence(var items, var _) -> texts(items, errors);
            case Raw.Nothing _, Raw.Mapping _ -> {
                errors.accept(wrong(raw));
                yield Optional.empty();
            }
        };
    }

    private Optional<List<String>> texts(List<Raw> items, Consumer<ConfigurationError> errors) {
        var texts = new ArrayList<String>();
        for (var item : items) {
            if (item instanceof Raw.Scalar(var text, var _, var _) && !text.isBlank()) {
                texts.add(text);
            } else {
                errors.accept(wrong(item));
            }
        }
        return texts.size() == items.size() ? Optional.of(texts) : Optional.empty();
    }

    private ConfigurationError wrong(Raw raw) {
        return new ConfigurationError(raw.origin(), "must be " + expected + ", not " + raw.kind());
    }

    @Override
    public JsonNode shown(Raw raw) {
        return Readers.list(raw);
    }

    @Override
    public ObjectNode schema() {
        return Readers.listOf(Form.TEXT.schema());
    }
}
