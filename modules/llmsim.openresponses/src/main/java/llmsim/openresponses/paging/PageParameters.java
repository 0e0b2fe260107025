package llmsim.openresponses.paging;

import java.util.List;
import java.util.Map;
import llmsim.api.exchange.Call;
import llmsim.api.json.FieldPath;
import llmsim.api.problem.Problem.InvalidField;
import llmsim.api.problem.Violation;
import llmsim.api.state.PageQuery;
import llmsim.api.state.PageQuery.Order;

/**
 * The query parameters of lists: {@code after}, {@code limit} (1 to 100, usually 20) and {@code order}. A wrong one is a
 * {@link llmsim.api.problem.ProblemException}.
 */
public final class PageParameters {
    private static final int USUAL = 20;
    private static final int MOST = 100;

    private PageParameters() {}

    /**
     * The part of a list that a call wants.
     *
     * @param usual the order of a call that names none
     */
    public static PageQuery read(Call call, Order usual) {
        var limit = call.queryParameter("limit").map(PageParameters::limit).orElse(USUAL);
        return new PageQuery(call.queryParameter("after"), limit, order(call, usual), Map.of());
    }

    private static int limit(String written) {
        var limit = number(written);
        if (limit < 1) {
            throw wrong("limit", new Violation.TooSmall(written, "1", true));
        }
        if (limit > MOST) {
            throw wrong("limit", new Violation.TooGreat(written, String.valueOf(MOST), true));
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

    private static Order order(Call call, Order usual) {
        return call.queryParameter("order").map(PageParameters::order).orElse(usual);
    }

    private static Order order(String written) {
        return switch (written) {
            case "asc" -> Order.OLDEST_FIRST;
            case "desc" -> Order.NEWEST_FIRST;
            default -> throw wrong("order", new Violation.NotOneOf(written, List.of("asc", "desc")));
        };
    }

    private static RuntimeException wrong(String parameter, Violation violation) {
        return new InvalidField(FieldPath.of(parameter), violation).asException();
    }
}
