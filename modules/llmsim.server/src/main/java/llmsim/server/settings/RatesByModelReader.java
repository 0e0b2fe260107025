package llmsim.server.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import llmsim.engine.configuration.RateLimit;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Raw;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads rate limits by pattern of model names. */
record RatesByModelReader(String path) implements Reader<Map<String, List<RateLimit>>> {
    @Override
    public String expected() {
        return "model names with limits";
    }

    @Override
    public boolean fitsOneLine() {
        return false;
    }

    @Override
    public Optional<Map<String, List<RateLimit>>> read(Raw raw, Consumer<ConfigurationError> errors) {
        if (!(raw instanceof Raw.Mapping(var entries, var _))) {
            errors.accept(new ConfigurationError(raw.origin(), "must be " + expected() + ", not " + raw.kind()));
            return Optional.empty();
        }
        var byModel = new LinkedHashMap<String, List<RateLimit>>();
        for (var entry : entries) {
            new RatesReader(path + "." + entry.name())
                    .read(entry.value(), errors)
                    .ifPresent(limits -> byModel.put(entry.name(), limits));
        }
        return byModel.size() == entries.size() ? Optional.of(byModel) : Optional.empty();
    }

    @Override
    public JsonNode shown(Raw raw) {
        var json = JsonNodeFactory.instance.objectNode();
        if (raw instanceof Raw.Mapping(var entries, var _)) {
            entries.forEach(entry -> json.set(entry.name(), new RatesReader(path).shown(entry.value())));
        }
        return json;
    }

    @Override
    public ObjectNode schema() {
        return Readers.byNames(new RatesReader(path).schema());
    }
}
