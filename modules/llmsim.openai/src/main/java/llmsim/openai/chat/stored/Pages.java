package llmsim.openai.chat.stored;

import java.util.List;
import java.util.function.Function;
import llmsim.api.state.PageQuery;
import llmsim.api.state.PageQuery.Order;
import llmsim.openai.chat.wire.ChatCompletionStoreMessage;
import llmsim.openai.chat.wire.ListOf;

/** Pages as the provider writes them. */
final class Pages {
    private Pages() {}

    static <T> ListOf<T> of(List<T> data, Function<T, String> id, boolean hasMore) {
        return data.isEmpty()
                ? new ListOf<>("list", data, null, null, hasMore)
                : new ListOf<>("list", data, id.apply(data.getFirst()), id.apply(data.getLast()), hasMore);
    }

    /** The part of a completion's messages that a query asks for. */
    static ListOf<ChatCompletionStoreMessage> of(List<ChatCompletionStoreMessage> messages, PageQuery query) {
        var ordered = query.order() == Order.NEWEST_FIRST ? messages.reversed() : messages;
        var ids = ordered.stream().map(ChatCompletionStoreMessage::id).toList();
        var from = query.after().map(ids::indexOf).orElse(-1) + 1;
        var to = Math.min(ordered.size(), from + query.limit());
        return of(ordered.subList(from, to), ChatCompletionStoreMessage::id, to < ordered.size());
    }
}
