package llmsim.openresponses.stored;

import java.util.List;
import llmsim.api.exchange.Call;
import llmsim.api.json.FieldPath;
import llmsim.api.problem.Problem.InvalidField;
import llmsim.api.problem.Violation;
import llmsim.openresponses.wire.ItemList;
import tools.jackson.databind.JsonNode;

/** Pages of items, by the query parameters {@code after}, {@code limit} and {@code order}; the newest first. */
final class ItemPages {
    private static final int USUAL = 20;
    private static final int MOST = 100;

    private ItemPages() {}

    static ItemList page(List<JsonNode> items, Call call) {
        var ordered = newestFirst(call) ? items.reversed() : items;
        var ids = ordered.stream().map(item -> item.path("id").asString("")).toList();
        var from = call.queryParameter("after").map(ids::indexOf).orElse(-1) + 1;
        var to = Math.min(ordered.size(), from + limit(call));
        return list(ordered.subList(from, to), ids.subList(from, to), to < ordered.size());
    }

    private static ItemList list(List<JsonNode> items, List<String> ids, boolean more) {
        return new ItemList(
                "list", items, ids.isEmpty() ? null : ids.getFirst(), ids.isEmpty() ? null : ids.getLast(), more);
    }

    private static boolean newestFirst(Call call) {
        return switch (call.queryParameter("order").orElse("desc")) {
            case "asc" -> false;
            case "desc" -> true;
            case String other -> throw wrong("order", new Violation.NotOneOf(other, List.of("asc", "desc")));
        };
    }

    private static int limit(Call call) {
        return call.queryParameter("limit").map(ItemPages::limit).orElse(USUAL);
    }

    private static int limit(String written) {
        try {
            var limit = Integer.parseInt(written);
            if (limit < 1) {
                throw wrong("limit", new Violation.TooSmall(written, "1", true));
            }
            if (limit > MOST) {
                throw wrong("limit", new Violation.TooGreat(written, String.valueOf(MOST), true));
            }
            return limit;
        } catch (NumberFormatException _) {
            throw wrong("limit", new Violation.WrongType("an integer", "a string"));
        }
    }

    private static RuntimeException wrong(String parameter, Violation violation) {
        return new InvalidField(FieldPath.of(parameter), violation).asException();
    }
}
