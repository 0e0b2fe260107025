package llmsim.openresponses.stored;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import llmsim.api.dialect.Services;
import llmsim.api.problem.Problem;
import llmsim.openresponses.render.ItemIds;
import tools.jackson.databind.JsonNode;

/** Puts items in the place of references to them: those of the conversation so far, and output of stored responses. */
public final class References {
    private References() {}

    /**
     * The same input without references; throws the provider's 404 for an item that is not there.
     *
     * @param history items of the conversation before the input
     */
    public static List<JsonNode> resolved(List<JsonNode> input, List<JsonNode> history, Services services) {
        var items = new ArrayList<>(history);
        input.forEach(item -> items.add(isReference(item) ? find(id(item), items, services) : item));
        return List.copyOf(items.subList(history.size(), items.size()));
    }

    private static boolean isReference(JsonNode item) {
        return item.path("type").asString("").equals("item_reference");
    }

    private static JsonNode find(String id, List<JsonNode> items, Services services) {
        return among(items, id)
                .or(() -> ItemIds.response(id)
                        .flatMap(response -> StoredResponses.find(services, response))
                        .flatMap(response -> among(response.conversation(), id)))
                .orElseThrow(() -> new Problem.NotStored("Item", id).asException());
    }

    private static Optional<JsonNode> among(List<JsonNode> items, String id) {
        return items.stream().filter(item -> id(item).equals(id)).findFirst();
    }

    private static String id(JsonNode item) {
        return item.path("id").asString("");
    }
}
