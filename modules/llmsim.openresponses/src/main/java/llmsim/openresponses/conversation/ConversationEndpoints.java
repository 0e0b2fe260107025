package llmsim.openresponses.conversation;

import java.util.List;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.Operation;
import llmsim.api.dialect.Operation.Query;
import llmsim.api.dialect.Services;
import llmsim.api.exchange.Call;
import llmsim.api.json.WireMapper;
import llmsim.api.state.PageQuery.Order;
import llmsim.openresponses.paging.ListPage;
import llmsim.openresponses.paging.PageParameters;
import llmsim.openresponses.request.ConversationRequests;
import llmsim.openresponses.request.InputItems;
import llmsim.openresponses.stored.References;
import llmsim.openresponses.wire.Deleted;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code /conversations} and what is below it. */
public final class ConversationEndpoints {
    private static final String COUNTER = "conversations";
    private static final String ID = "conversation_id";
    private static final String ITEM = "item_id";

    private ConversationEndpoints() {}

    /** All of them, below a path. */
    public static List<Endpoint> below(String basePath) {
        var all = basePath + "/conversations";
        var one = all + "/{" + ID + "}";
        var items = one + "/items";
        var item = items + "/{" + ITEM + "}";
        return List.of(
                endpoint(Call.Method.POST, all, ConversationEndpoints::create),
                endpoint(Call.Method.GET, one, ConversationEndpoints::get),
                endpoint(Call.Method.POST, one, ConversationEndpoints::change),
                endpoint(Call.Method.DELETE, one, ConversationEndpoints::delete),
                endpoint(Call.Method.GET, items, ConversationEndpoints::list),
                endpoint(Call.Method.POST, items, ConversationEndpoints::add),
                endpoint(Call.Method.GET, item, ConversationEndpoints::item),
                endpoint(Call.Method.DELETE, item, ConversationEndpoints::deleteItem));
    }

    private static Endpoint endpoint(Call.Method method, String path, Endpoint.Parser parser) {
        return new Endpoint(method, path, COUNTER, parser);
    }

    private static Operation create(Call call, Services services) {
        var body = ConversationRequests.created(call.body());
        var items = items(body.items(), List.of(), services);
        return Query.free(now -> {
            var conversation = Conversations.create(now, body.metadataOrNone());
            Conversations.append(now, conversation.id(), items);
            return json(conversation);
        });
    }

    private static Operation get(Call call, Services services) {
        var id = call.pathParameter(ID);
        return Query.free(now -> json(Conversations.get(now, id)));
    }

    private static Operation change(Call call, Services services) {
        var id = call.pathParameter(ID);
        var body = ConversationRequests.changed(call.body());
        return Query.free(now -> json(Conversations.change(now, id, body.metadataOrNone())));
    }

    private static Operation delete(Call call, Services services) {
        var id = call.pathParameter(ID);
        return Query.free(now -> {
            Conversations.delete(now, id);
            return json(new Deleted(id, "conversation.deleted", true));
        });
    }

    private static Operation list(Call call, Services services) {
        var id = call.pathParameter(ID);
        var query = PageParameters.read(call, Order.NEWEST_FIRST);
        return Query.free(now -> {
            var page = Conversations.page(now, id, query);
            var items = page.documents().stream().map(Conversations::read).toList();
            return json(ListPage.of(items, ConversationEndpoints::id, page.hasMore()));
        });
    }

    private static Operation add(Call call, Services services) {
        var id = call.pathParameter(ID);
        var body = ConversationRequests.added(call.body());
        var items = items(body.items(), Conversations.items(services, id), services);
        return Query.free(now -> {
            Conversations.append(now, id, items);
            return json(ListPage.of(items, ConversationEndpoints::id, false));
        });
    }

    private static Operation item(Call call, Services services) {
        var id = call.pathParameter(ID);
        var item = call.pathParameter(ITEM);
        return Query.free(now -> json(Conversations.item(now, id, item)));
    }

    private static Operation deleteItem(Call call, Services services) {
        var id = call.pathParameter(ID);
        var item = call.pathParameter(ITEM);
        return Query.free(now -> {
            Conversations.deleteItem(now, id, item);
            return json(Conversations.get(now, id));
        });
    }

    private static List<JsonNode> items(@Nullable JsonNode sent, List<JsonNode> before, Services services) {
        return References.resolved(InputItems.of(sent, services::newId), before, services);
    }

    private static String id(JsonNode item) {
        return item.path("id").asString("");
    }

    private static Answer json(Object document) {
        return Answer.json(WireMapper.snakeCase().bytes(document));
    }
}
