package llmsim.server.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Origin;
import llmsim.server.document.Raw;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads texts by names: {@code NAME: TEXT}, or one text {@code NAME=TEXT,NAME=TEXT}. */
record NamedTextsReader(String expected) implements Reader<Map<String, Raw.Scalar>> {
    @Override
    public Optional<Map<String, Raw.Scalar>> read(Raw raw, Consumer<ConfigurationError> errors) {
        var texts = new LinkedHashMap<String, Raw.Scalar>();
        var right = switch (raw) {
            case Raw.Mapping(var entries, var _) ->
                entries.stream().filter(entry -> add(entry, texts, errors)).count() == entries.size();
            case Raw.Scalar(var text, var _, var origin) ->
                Readers.commaSeparated(text).allMatch(pair -> add(pair, origin, texts)) || wrong(raw, errors);
            case Raw.Nothing _, Raw.Sequence _ -> wrong(raw, errors);
        };
        return right ? Optional.of(texts) : Optional.empty();
    }

    @Override
    public JsonNode shown(Raw raw) {
        var json = JsonNodeFactory.instance.objectNode();
        read(raw, _ -> {}).ifPresent(texts -> texts.forEach((name, text) -> json.put(name, text.text())));
        return json;
    }

    private boolean add(Raw.Entry entry, Map<String, Raw.Scalar> texts, Consumer<ConfigurationError> errors) {
        if (!(entry.value() instanceof Raw.Scalar text)) {
            return wrong(entry.value(), errors);
        }
        texts.put(entry.name(), text);
        return true;
    }

    private static boolean add(String pair, Origin origin, Map<String, Raw.Scalar> texts) {
        var equals = pair.indexOf('=');
        if (equals > 0) {
            texts.put(
                    pair.substring(0, equals).strip(),
                    new Raw.Scalar(pair.substring(equals + 1).strip(), origin));
        }
        return equals > 0;
    }

    private boolean wrong(Raw raw, Consumer<ConfigurationError> errors) {
        errors.accept(new ConfigurationError(raw.origin(), "must be " + expected + ", not " + raw.kind()));
        return false;
    }

    @Override
    public ObjectNode schema() {
        return Readers.byNames(Form.TEXT.schema());
    }
}
