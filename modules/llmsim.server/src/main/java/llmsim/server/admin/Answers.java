package llmsim.server.admin;

import java.util.List;
import java.util.Locale;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Answer;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Origin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What administration answers with. */
final class Answers {
    static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** What a 400 to a change means. */
    static final String WRONG = "Something is wrong, and nothing was changed: error.errors says where and what";

    private static final int MOST_ERRORS = 100;

    private Answers() {}

    static Answer json(JsonNode json) {
        return json(200, json);
    }

    static Answer json(int status, JsonNode json) {
        return Answer.json(status, Bytes.ofUtf8(json.toString()));
    }

    /** A constant as it is written. */
    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** What was asked for cannot be done. */
    static Answer refused(int status, String message) {
        return json(status, error(message));
    }

    /** All that is wrong with a change, each with its path in it; of very many the first hundred. */
    static Answer wrong(List<ConfigurationError> errors) {
        var json = error("nothing was changed: "
                + (errors.size() == 1 ? "one thing is wrong" : errors.size() + " things are wrong"));
        var list = ((ObjectNode) json.get("error")).putArray("errors");
        errors.stream().limit(MOST_ERRORS).forEach(error -> list.add(each(error)));
        return json(400, json);
    }

    private static ObjectNode error(String message) {
        var json = JSON.objectNode();
        json.putObject("error").put("message", message).put("type", "invalid_request_error");
        return json;
    }

    private static ObjectNode each(ConfigurationError error) {
        var json = JSON.objectNode();
        switch (error.origin()) {
            case Origin.Changed(var path) -> json.put("path", path).put("message", error.message());
            case Origin.File(var _, var line, var column) ->
                json.put("path", "")
                        .put("message", error.text())
                        .put("line", line)
                        .put("column", column);
            case Origin.Code(var key) -> json.put("path", key).put("message", error.message());
            case Origin.Default _, Origin.WholeFile _, Origin.Environment _, Origin.Flag _, Origin.Place _ ->
                json.put("path", "").put("message", error.text());
        }
        return json;
    }
}
