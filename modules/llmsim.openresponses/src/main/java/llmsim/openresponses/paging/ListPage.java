package llmsim.openresponses.paging;

import java.util.List;
import java.util.function.Function;
import llmsim.api.state.PageQuery;
import llmsim.api.state.PageQuery.Order;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list, as it is sent.
 *
 * @param object always {@code list}
 * @param firstId of the first element; null if there is none
 * @param hasMore whether there are elements behind the last one
 */
public record ListPage<T>(
        String object,
        List<T> data,
        @Nullable String firstId,
        @Nullable String lastId,
        boolean hasMore) {

    /** A page of these. */
    public static <T> ListPage<T> of(List<T> data, Function<T, String> id, boolean hasMore) {
        return data.isEmpty()
                ? new ListPage<>("list", data, null, null, hasMore)
                : new ListPage<>("list", data, id.apply(data.getFirst()), id.apply(data.getLast()), hasMore);
    }

    /** The page that a query wants of a whole list, the oldest first in it; behind an unknown id there is nothing. */
    public static <T> ListPage<T> cut(List<T> all, Function<T, String> id, PageQuery query) {
        var ordered = query.order() == Order.NEWEST_FIRST ? all.reversed() : all;
        var ids = ordered.stream().map(id).toList();
        var before = query.after().map(ids::indexOf);
        var from = before.map(at -> at < 0 ? ordered.size() : at + 1).orElse(0);
        var to = (int) Math.min(ordered.size(), (long) from + query.limit());
        return of(ordered.subList(from, to), id, to < ordered.size());
    }
}
