package llmsim.server.openapi;

import java.util.Map;
import llmsim.server.document.Origin;
import llmsim.server.document.Raw;
import llmsim.server.settings.Setting;
import llmsim.server.settings.SettingsTable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A schema of the configuration, made from the table of settings.
 *
 * @param change whether of a change of it, where each key may be left out, and {@code null} takes it back
 */
record ConfigurationSchema(boolean change) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** What the items or entries of a setting are that is read further by others. */
    private static final Map<String, String> PARTS = Map.of(
            "mocks", "Mock",
            "scripts.inline", "Script",
            "incidents", "Incident",
            "faults", "StreamFault",
            "capacity.models", "ModelCapacity",
            "latency.profiles", "LatencyProfile");

    ObjectNode json() {
        var root = section(
                change
                        ? "What to change, in the shape of the configuration file. null takes a change back: of a setting, of a"
                                + " section, of an entry of keys with values"
                        : "All settings in force, in the shape of the configuration file");
        SettingsTable.ALL.stream()
                .filter(setting -> !change || setting.changeable())
                .forEach(setting ->
                        put(sectionOf(root, setting), setting.name(), change ? taken(setting) : shown(setting)));
        return root;
    }

    private static ObjectNode section(String description) {
        var json = JSON.objectNode();
        json.put("description", description).put("type", "object").put("additionalProperties", false);
        json.putObject("properties");
        return json;
    }

    private ObjectNode sectionOf(ObjectNode root, Setting<?> setting) {
        var at = root;
        var path = setting.key()
                .substring(0, setting.key().length() - setting.name().length());
        for (var end = path.indexOf('.'); end >= 0; end = path.indexOf('.', end + 1)) {
            var section = path.substring(path.lastIndexOf('.', end - 1) + 1, end);
            if (!at.withObject("properties").has(section)) {
                var inner = section("The settings " + path.substring(0, end) + ".*");
                put(at, section, change ? orNull(inner) : inner);
            }
            at = at.withObject("properties").withObjectProperty(section);
        }
        return at;
    }

    private void put(ObjectNode section, String name, ObjectNode schema) {
        section.withObject("properties").set(name, schema);
        if (!change) {
            section.withArray("required").add(name);
        }
    }

    private static ObjectNode shown(Setting<?> setting) {
        return switch (setting.fallback()) {
            case Setting.Fallback.Written(var text) -> {
                var json = described(setting, setting.sentence());
                json.set("default", setting.reader().shown(new Raw.Scalar(text, new Origin.Default())));
                yield json;
            }
            case Setting.Fallback.None(var text) ->
                orNull(described(setting, setting.sentence() + " Without it: " + text + "."));
        };
    }

    private static ObjectNode taken(Setting<?> setting) {
        var json = described(setting, setting.sentence());
        var part = PARTS.get(setting.key());
        if (part != null) {
            json.set(
                    json.has("items") ? "items" : "additionalProperties",
                    JSON.objectNode().put("$ref", "#/components/schemas/" + part));
        }
        if (json.get("additionalProperties") instanceof ObjectNode entry) {
            json.set("additionalProperties", orNull(entry));
        }
        return orNull(json);
    }

    private static ObjectNode described(Setting<?> setting, String description) {
        var json = JSON.objectNode().put("description", description);
        json.setAll(setting.reader().schema());
        return json;
    }

    private static ObjectNode orNull(ObjectNode schema) {
        if (schema.has("$ref")) {
            var either = JSON.objectNode();
            either.putArray("anyOf").add(schema).addObject().put("type", "null");
            return either;
        }
        var type = schema.path("type").asString();
        schema.putArray("type").add(type).add("null");
        if (schema.has("enum")) {
            schema.withArray("enum").addNull();
        }
        return schema;
    }
}
