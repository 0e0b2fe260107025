package llmsim.server.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import llmsim.api.settings.NearMiss;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Raw;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads names out of some choices: a list, or one text with commas between them. */
record ChoicesReader(String expected, List<String> choices) implements Reader<List<String>> {
    @Override
    public Optional<List<String>> read(Raw raw, Consumer<ConfigurationError> errors) {
        var names = new ListReader(expected).read(raw, errors);
        var wrong = names.stream()
                .flatMap(List::stream)
                .filter(name -> !choices.contains(name))
                .findFirst();
        wrong.ifPresent(name -> errors.accept(new ConfigurationError(
                raw.origin(), "must be " + expected + ", not '" + name + "'" + NearMiss.hint(name, choices))));
        return wrong.isPresent() ? Optional.empty() : names;
    }

    @Override
    public JsonNode shown(Raw raw) {
        return Readers.list(raw);
    }

    @Override
    public ObjectNode schema() {
        return Readers.listOf(new Form.Text(choices).schema());
    }
}
