package llmsim.server.admin;

import java.util.Optional;
import llmsim.server.document.Origin;
import llmsim.server.document.Raw;
import llmsim.server.settings.Setting;
import llmsim.server.settings.SettingsTable;
import llmsim.server.settings.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The settings in force as JSON; secrets are not shown, and what nobody set is {@code null}. */
record ConfigurationJson(Values values) {
    /** In the shape of the configuration file. */
    ObjectNode nested() {
        var root = Answers.JSON.objectNode();
        for (var setting : SettingsTable.ALL) {
            var key = setting.key();
            var dot = key.lastIndexOf('.');
            var section = dot < 0 ? root : section(root, key.substring(0, dot));
            section.set(setting.name(), shown(setting));
        }
        return root;
    }

    private static ObjectNode section(ObjectNode root, String path) {
        var at = root;
        for (var name : path.split("\\.", -1)) {
            at = at.get(name) instanceof ObjectNode known ? known : at.putObject(name);
        }
        return at;
    }

    /** Each setting by its key, with where its value comes from. */
    ObjectNode withOrigins() {
        var root = Answers.JSON.objectNode();
        for (var setting : SettingsTable.ALL) {
            var json = root.putObject(setting.key());
            json.set("value", shown(setting));
            origin(json, values.origin(setting));
            json.put("changeable", setting.changeable());
        }
        return root;
    }

    private JsonNode shown(Setting<?> setting) {
        Optional<Raw> raw = values.raw(setting);
        return raw.map(written -> setting.reader().shown(written)).orElseGet(Answers.JSON::nullNode);
    }

    private static void origin(ObjectNode json, Origin origin) {
        switch (origin) {
            case Origin.Default _ -> json.put("origin", "default");
            case Origin.File _, Origin.WholeFile _ -> json.put("origin", "file").put("place", origin.text());
            case Origin.Environment(var variable) ->
                json.put("origin", "environment").put("place", variable);
            case Origin.Flag(var flag) -> json.put("origin", "flag").put("place", flag);
            case Origin.Code _ -> json.put("origin", "program");
            case Origin.Changed _ -> json.put("origin", "changed");
            case Origin.Place(var text) -> json.put("origin", "other").put("place", text);
        }
    }
}
