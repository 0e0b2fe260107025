package llmsim.server.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import llmsim.engine.script.Script;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Fields;
import llmsim.server.document.Raw;

/** Reads scripts that stand in a configuration, each with its name; one without a name is called by an empty text. */
record InlineScripts(ScriptReading reading, Consumer<ConfigurationError> errors) {
    private static final String KEY = "scripts.inline";
    private static final int MOST = 1_000;

    Map<String, Script> read(Raw raw) {
        var scripts = new LinkedHashMap<String, Script>();
        if (!(raw instanceof Raw.Sequence(var items, var origin)) || items.size() > MOST) {
            errors.accept(new ConfigurationError(raw.origin(), KEY + " must be a list of at most " + MOST));
            return scripts;
        }
        for (var i = 0; i < items.size(); i++) {
            add(KEY + "[" + i + "]", items.get(i), scripts);
        }
        return scripts;
    }

    private void add(String path, Raw raw, Map<String, Script> scripts) {
        var found = new ArrayList<ConfigurationError>();
        var script = reading.script(path, raw, List.of("name"), found);
        var fields = Fields.of(path, raw, _ -> {});
        var name = fields.has("name")
                ? Fields.of(path, raw, found::add).requireName("name").orElse("")
                : "";
        script.ifPresent(read -> {
            if (scripts.putIfAbsent(name, read) != null) {
                found.add(new ConfigurationError(
                        raw.origin(),
                        path + " is the second script " + (name.isEmpty() ? "without a name" : "'" + name + "'")));
            }
        });
        found.forEach(errors);
    }
}
