package llmsim.server.match;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import llmsim.engine.match.Condition;
import llmsim.engine.match.Match;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a match as the JSON that {@link MatchReading} reads. Throws {@link IllegalArgumentException} for what no file can
 * say, such as two names of a model.
 */
public final class MatchWriting {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, List<JsonNode>> several = new LinkedHashMap<>();
    private final ObjectNode headers = JSON.objectNode();

    private MatchWriting() {}

    /** All conditions. */
    public static ObjectNode json(Match match) {
        var writing = new MatchWriting();
        match.conditions().forEach(writing::add);
        var json = JSON.objectNode();
        writing.several.forEach((key, values) -> json.set(key, values.size() == 1 ? values.getFirst() : array(values)));
        if (!writing.headers.isEmpty()) {
            json.set("header", writing.headers);
        }
        return json;
    }

    private void add(Condition condition) {
        var key = condition.key();
        switch (condition) {
            case Condition.ContentContains contains -> text(key, contains.text());
            case Condition.SystemContains contains -> text(key, contains.text());
            case Condition.Regex(var pattern) -> text(key, pattern.written());
            case Condition.Offered(var tool) -> text(key, tool);
            case Condition.Model(var glob) -> only(key, JSON.stringNode(glob.written()));
            case Condition.Path(var glob) -> only(key, JSON.stringNode(glob.written()));
            case Condition.LastRole(var role) ->
                only(key, JSON.stringNode(role.name().toLowerCase(Locale.ROOT)));
            case Condition.ToolResultContains result -> only(key, result(result));
            case Condition.Header header -> header(header);
            case Condition.Json json -> put(key, json(json));
        }
    }

    private void text(String key, String text) {
        put(key, JSON.stringNode(text));
    }

    private void put(String key, JsonNode value) {
        several.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
    }

    private void only(String key, JsonNode value) {
        if (several.containsKey(key)) {
            throw new IllegalArgumentException("a file cannot say '" + key + "' twice");
        }
        put(key, value);
    }

    private static JsonNode result(Condition.ToolResultContains result) {
        var json = JSON.objectNode().put("contains", result.text());
        result.tool().ifPresent(tool -> json.put("tool", tool));
        return json;
    }

    private void header(Condition.Header header) {
        if (headers.has(header.name())) {
            throw new IllegalArgumentException("a file cannot say the header '" + header.name() + "' twice");
        }
        headers.set(header.name(), JSON.objectNode().put(header.whole() ? "equals" : "contains", header.value()));
    }

    private static JsonNode json(Condition.Json condition) {
        var json = JSON.objectNode().put("expr", condition.path().written());
        return switch (condition.expected()) {
            case Condition.Expected.Present(var present) -> json.put("exists", present);
            case Condition.Expected.Value(var value) -> json.set("equals", value);
        };
    }

    private static JsonNode array(List<JsonNode> values) {
        var array = JSON.arrayNode();
        values.forEach(array::add);
        return array;
    }
}
