package llmsim.server.admin;

import llmsim.server.settings.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Settings as {@code GET /llmsim/config} shows them. */
public final class ConfigurationTexts {
    private ConfigurationTexts() {}

    /** As JSON, in the shape of the configuration file. */
    public static String of(Values values) {
        return new ConfigurationJson(values).nested().toPrettyString();
    }

    /** The same as a configuration file: without what nobody set. */
    public static String withoutNulls(Values values) {
        var json = new ConfigurationJson(values).nested();
        prune(json);
        return json.toPrettyString();
    }

    private static void prune(ObjectNode json) {
        json.propertyNames().stream()
                .filter(name -> json.get(name).isNull())
                .toList()
                .forEach(json::remove);
        for (JsonNode value : json) {
            if (value instanceof ObjectNode inner) {
                prune(inner);
            }
        }
    }
}
