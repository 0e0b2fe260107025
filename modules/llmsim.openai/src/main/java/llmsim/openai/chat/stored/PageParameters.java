package llmsim.openai.chat.stored;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import llmsim.api.exchange.Call;
import llmsim.api.json.FieldPath;
import llmsim.api.problem.Problem.InvalidField;
import llmsim.api.problem.Violation;
import llmsim.api.state.PageQuery;
import llmsim.api.state.PageQuery.Order;

/** The query parameters of lists: {@code after}, {@code limit}, {@code order}, {@code model}, {@code metadata[…]}. */
final class PageParameters {
    private static final int USUAL = 20;
    private static final int MOST = 100;

    private PageParameters() {}

    static PageQuery read(Call call) {
        return new PageQuery(call.queryParameter("after"), limit(call), order(call), labels(call));
    }

    private static int limit(Call call) {
        var written = call.queryParameter("limit");
        if (written.isEmpty()) {
            return USUAL;
        }
        var limit = number(written.get());
        if (limit < 1) {
            throw wrong("limit", new Violation.TooSmall(written.get(), "1", true));
        }
        if (limit > MOST) {
            throw wrong("limit", new Violation.TooGreat(written.get(), String.valueOf(MOST), true));
        }
        return limit;
    }

    private static int number(String written) {
        try {
            return Integer.parseInt(written);
        } catch (NumberFormatException _) {
            throw wrong("limit", new Violation.WrongType("an integer", "a string"));
        }
    }

    private static Order order(Call call) {
        return switch (call.queryParameter("order").orElse("asc")) {
            case "asc" -> Order.OLDEST_FIRST;
            case "desc" -> Order.NEWEST_FIRST;
            case String other -> throw wrong("order", new Violation.NotOneOf(other, List.of("asc", "desc")));
        };
    }

    private static Map<String, String> labels(Call call) {
        var labels = new HashMap<String, String>();
        call.queryParameter("model").ifPresent(model -> labels.put("model", model));
        for (var name : call.query().keySet()) {
            metadataName(name)
                    .ifPresent(key -> labels.put(
                            "metadata." + key, call.queryParameter(name).orElse("")));
        }
        return labels;
    }

    private static Optional<String> metadataName(String parameter) {
        return parameter.startsWith("metadata[") && parameter.endsWith("]")
                ? Optional.of(parameter.substring("metadata[".length(), parameter.length() - 1))
                : Optional.empty();
    }

    private static RuntimeException wrong(String field, Violation violation) {
        return new InvalidField(FieldPath.of(field), violation).asException();
    }
}
