package llmsim.openresponses.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The input of a request as a list of items, as the API lists them afterwards: each with kind, id and status. */
public final class InputItems {
    /** Kinds that are never under way. */
    private static final Set<String> STATELESS = Set.of("reasoning", "compaction", "item_reference");

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
        if (STATELESS.contains(kind)) {
            return item;
        }
        if (!item.path("status").isString()) {
            item.put("status", "completed");
        }
        spellOut(item);
        item.path("content").forEach(InputItems::completePart);
        item.path("output").forEach(InputItems::completePart);
        return item;
    }

    /** The text of a message may come as it is, without a part around it. */
    private static void spellOut(ObjectNode item) {
        var content = item.path("content");
        if (content.isString()) {
            var said = item.path("role").asString("").equals("assistant");
            item.putArray("content")
                    .addObject()
                    .put("type", said ? "output_text" : "input_text")
                    .put("text", content.stringValue());
        }
    }

    private static void completePart(JsonNode part) {
        switch (part.path("type").asString("")) {
            case "output_text" -> {
                withEmpty(part, "annotations");
                withEmpty(part, "logprobs");
            }
            case "input_image" -> {
                if (!part.path("detail").isString()) {
                    ((ObjectNode) part).put("detail", "auto");
                }
            }
            default -> {}
        }
    }

    private static void withEmpty(JsonNode part, String field) {
        if (!part.path(field).isArray()) {
            ((ObjectNode) part).putArray(field);
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
