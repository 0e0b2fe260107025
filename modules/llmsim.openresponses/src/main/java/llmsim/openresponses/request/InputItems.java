package llmsim.openresponses.request;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The input of a request as a list of items, as the API lists them afterwards: each with kind, id and status. */
public final class InputItems {
    private InputItems() {}

    /**
     * The items of an input.
     *
     * @param ids makes an id from a prefix
     */
    public static List<JsonNode> of(@Nullable JsonNode input, UnaryOperator<String> ids) {
        if (input == null) {
            return List.of();
        }
        var items = new ArrayList<JsonNode>();
        if (input.isString()) {
            items.add(complete(userMessage(input), ids));
        } else {
            input.forEach(item -> items.add(complete((ObjectNode) item.deepCopy(), ids)));
        }
        return items;
    }

    private static ObjectNode userMessage(JsonNode text) {
        return JsonNodeFactory.instance.objectNode().put("role", "user").set("content", text);
    }

    private static JsonNode complete(ObjectNode item, UnaryOperator<String> ids) {
        var kind = Items.kind(item);
        if (!item.path("id").isString()) {
            item.put("id", ids.apply(prefix(kind)));
        }
        item.put("type", kind);
        if (kind.equals("message")) {
            completeMessage(item);
        }
        return item;
    }

    private static void completeMessage(ObjectNode message) {
        if (!message.path("status").isString()) {
            message.put("status", "completed");
        }
        var content = message.path("content");
        if (content.isString()) {
            var said = message.path("role").asString("").equals("assistant");
            var part = message.putArray("content")
                    .addObject()
                    .put("type", said ? "output_text" : "input_text")
                    .put("text", content.stringValue());
            if (said) {
                part.putArray("annotations");
                part.putArray("logprobs");
            }
        }
    }

    private static String prefix(String kind) {
        return switch (kind) {
            case "message" -> "msg_";
            case "function_call" -> "fc_";
            case "function_call_output" -> "fco_";
            case "custom_tool_call" -> "ctc_";
            case "custom_tool_call_output" -> "ctco_";
            case "reasoning" -> "rs_";
            case "compaction" -> "cmp_";
            default -> "item_";
        };
    }
}
