package llmsim.server.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import llmsim.engine.script.ScriptedCall;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Fields;
import llmsim.server.document.JsonValues;
import llmsim.server.document.Raw;

/** Reads calls of tools. */
public record CallReading(Consumer<ConfigurationError> errors) {

    /** The calls that a key must have, at least one; empty if errors were told. */
    public Optional<List<ScriptedCall>> calls(String key, Fields fields) {
        var items = fields.requireItems(key);
        var calls = new ArrayList<ScriptedCall>();
        for (var i = 0; i < items.size(); i++) {
            call(fields.path(key) + "[" + i + "]", items.get(i)).ifPresent(calls::add);
        }
        return calls.isEmpty() ? Optional.empty() : Optional.of(calls);
    }

    private Optional<ScriptedCall> call(String path, Raw raw) {
        var fields = Fields.of(path, raw, errors);
        fields.allow(List.of("name", "arguments", "id"));
        var name = fields.requireName("name");
        var arguments = fields.require("arguments").map(value -> JsonValues.of(value, errors));
        var id = fields.has("id") ? fields.requireName("id") : Optional.<String>empty();
        return name.flatMap(tool -> arguments.map(json -> new ScriptedCall(tool, json, id)));
    }
}
