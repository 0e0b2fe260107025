package llmsim.server.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import llmsim.engine.configuration.StreamFaults;
import llmsim.engine.configuration.StreamFaults.Chance;
import llmsim.engine.fault.Overlap;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Fields;
import llmsim.server.document.Raw;
import llmsim.server.fault.FaultReading;
import tools.jackson.databind.node.ObjectNode;

/** Reads the faults that streams meet by chance. */
public record StreamFaultsReader() implements Reader<StreamFaults> {
    private static final List<String> KEYS = List.of("fault", "rate", "models", "providers");

    @Override
    public String expected() {
        return "a list of faults with their rates";
    }

    @Override
    public boolean fitsOneLine() {
        return false;
    }

    @Override
    public Optional<StreamFaults> read(Raw raw, Consumer<ConfigurationError> errors) {
        if (!(raw instanceof Raw.Sequence(var items, var _))) {
            errors.accept(new ConfigurationError(raw.origin(), "must be a list, not " + raw.kind()));
            return Optional.empty();
        }
        var chances = new ArrayList<Chance>();
        for (var i = 0; i < items.size(); i++) {
            chance("faults[" + i + "]", items.get(i), errors).ifPresent(chances::add);
        }
        return chances.size() == items.size() ? together(chances, raw, errors) : Optional.empty();
    }

    private static Optional<StreamFaults> together(List<Chance> chances, Raw raw, Consumer<ConfigurationError> errors) {
        var faults = new StreamFaults(chances);
        var objection = new Overlap(faults).objection();
        objection.ifPresent(words -> errors.accept(new ConfigurationError(raw.origin(), words)));
        return objection.isPresent() ? Optional.empty() : Optional.of(faults);
    }

    private static Optional<Chance> chance(String path, Raw raw, Consumer<ConfigurationError> errors) {
        var fields = Fields.of(path, raw, errors);
        fields.allow(KEYS);
        fields.require("fault");
        fields.require("rate");
        var fault = new FaultReading(errors).fault("fault", fields);
        var rate = fields.number("rate", 0, 1, "");
        var models = texts("models", fields, errors);
        var providers = texts("providers", fields, errors);
        return fault.isEmpty() || rate.isEmpty() || models.isEmpty() || providers.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chance(fault.get(), rate.get(), models.get(), providers.get()));
    }

    private static Optional<List<String>> texts(String key, Fields fields, Consumer<ConfigurationError> errors) {
        var written = fields.find(key);
        return written.isEmpty()
                ? Optional.of(List.of())
                : new ListReader("a list of names").read(written.get(), errors);
    }

    @Override
    public ObjectNode schema() {
        return Readers.listOf(Readers.keys());
    }
}
