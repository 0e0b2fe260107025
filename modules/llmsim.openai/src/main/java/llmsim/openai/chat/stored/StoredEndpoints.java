package llmsim.openai.chat.stored;

import java.util.List;
import java.util.Objects;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.Operation;
import llmsim.api.dialect.Operation.Query;
import llmsim.api.dialect.Services;
import llmsim.api.exchange.Call;
import llmsim.api.json.WireMapper;
import llmsim.api.problem.Problem;
import llmsim.api.state.Document;
import llmsim.api.state.PageQuery.Order;
import llmsim.openai.chat.request.ChatRequests;
import llmsim.openai.chat.wire.ChatCompletionDeleted;
import llmsim.openai.chat.wire.ChatCompletionStoreMessage;
import llmsim.openai.chat.wire.StoredChatCompletion;
import llmsim.openai.chat.wire.StoredCopy;
import llmsim.openresponses.paging.ListPage;
import llmsim.openresponses.paging.PageParameters;

/** {@code /chat/completions} beside its {@code POST}: the store of completions that were made with {@code store}. */
public final class StoredEndpoints {
    private static final String COUNTER = "stored_completions";
    private static final String ID = "completion_id";

    private StoredEndpoints() {}

    /** All of them, below a path. */
    public static List<Endpoint> below(String basePath) {
        var all = basePath + "/chat/completions";
        var one = all + "/{" + ID + "}";
        return List.of(
                endpoint(Call.Method.GET, all, StoredEndpoints::list),
                endpoint(Call.Method.GET, one, StoredEndpoints::get),
                endpoint(Call.Method.POST, one, StoredEndpoints::update),
                endpoint(Call.Method.DELETE, one, StoredEndpoints::delete),
                endpoint(Call.Method.GET, one + "/messages", StoredEndpoints::messages));
    }

    private static Endpoint endpoint(Call.Method method, String path, Endpoint.Parser parser) {
        return new Endpoint(method, path, COUNTER, parser);
    }

    private static Operation list(Call call, Services services) {
        var query = PageParameters.read(call, Order.OLDEST_FIRST).labelled(Labels.wanted(call));
        return Query.free(now -> {
            var page = now.scope().list(StoredCopies.COLLECTION, query);
            var completions = page.documents().stream()
                    .map(document -> StoredCopies.read(document.content()).completion())
                    .toList();
            return json(ListPage.of(completions, StoredChatCompletion::id, page.hasMore()));
        });
    }

    private static Operation get(Call call, Services services) {
        var id = call.pathParameter(ID);
        return Query.free(now -> json(copy(find(now, id)).completion()));
    }

    private static Operation update(Call call, Services services) {
        var id = call.pathParameter(ID);
        var update = ChatRequests.readUpdate(call.body());
        return Query.free(now -> {
            var document = find(now, id);
            var copy = copy(document);
            var metadata = Objects.requireNonNullElse(update.metadata(), java.util.Map.<String, String>of());
            var changed = copy.completion().withMetadata(metadata);
            var labels = Labels.of(changed.model(), metadata);
            var content = StoredCopies.write(new StoredCopy(changed, copy.messages()));
            now.scope().put(StoredCopies.COLLECTION, new Document(id, document.created(), labels, content));
            return json(changed);
        });
    }

    private static Operation delete(Call call, Services services) {
        var id = call.pathParameter(ID);
        return Query.free(now -> {
            if (!now.scope().remove(StoredCopies.COLLECTION, id)) {
                throw notStored(id);
            }
            return json(ChatCompletionDeleted.of(id));
        });
    }

    private static Operation messages(Call call, Services services) {
        var id = call.pathParameter(ID);
        var query = PageParameters.read(call, Order.OLDEST_FIRST);
        return Query.free(
                now -> json(ListPage.cut(copy(find(now, id)).messages(), ChatCompletionStoreMessage::id, query)));
    }

    private static Document find(Services services, String id) {
        return services.scope().find(StoredCopies.COLLECTION, id).orElseThrow(() -> notStored(id));
    }

    private static StoredCopy copy(Document document) {
        return StoredCopies.read(document.content());
    }

    private static RuntimeException notStored(String id) {
        return new Problem.NotStored("Chat completion", id).asException();
    }

    private static Answer json(Object document) {
        return Answer.json(WireMapper.snakeCase().bytes(document));
    }
}
