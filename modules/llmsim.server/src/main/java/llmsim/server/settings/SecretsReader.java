package llmsim.server.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Raw;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads secrets: one, or a list, or one text with commas. Neither errors nor {@code config explain} show them.
 *
 * @param most how many there may be
 * @param keep what is kept of them
 */
record SecretsReader<T>(String expected, int most, Function<List<String>, T> keep) implements Reader<T> {
    private static final int LONGEST = 1_000;

    @Override
    public Optional<T> read(Raw raw, Consumer<ConfigurationError> errors) {
        var secrets = new ArrayList<String>();
        switch (raw) {
            case Raw.Scalar(var text, var _, var _) ->
                Readers.commaSeparated(text).forEach(secrets::add);
            case Raw.Sequence(var items, var _) -> items.forEach(item -> secrets.add(text(item)));
            case Raw.Mapping _, Raw.Nothing _ -> {}
        }
        if (secrets.isEmpty() || secrets.size() > most || !secrets.stream().allMatch(SecretsReader::isSecret)) {
            errors.accept(new ConfigurationError(raw.origin(), "must be " + expected));
            return Optional.empty();
        }
        return Optional.of(keep.apply(secrets));
    }

    private static String text(Raw item) {
        return item instanceof Raw.Scalar(var text, var _, var _) ? text : "";
    }

    private static boolean isSecret(String text) {
        return !text.isEmpty() && text.length() <= LONGEST && text.chars().allMatch(each -> each > ' ' && each < 0x7f);
    }

    @Override
    public String written(Raw raw) {
        return Readers.SECRET;
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
