package llmsim.openresponses.conversation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Services;
import llmsim.api.json.WireMapper;
import llmsim.api.problem.Problem;
import llmsim.api.state.Document;
import llmsim.api.state.Page;
import llmsim.api.state.PageQuery;
import llmsim.openresponses.wire.ConversationResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The store of conversations. Each is a document, and each of its items is one in a collection of its own: what is added
 * at the same time from two sides is all there. A conversation is older than its items, so it goes before any of them.
 */
public final class Conversations {
    private static final String COLLECTION = "conversations";
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Conversations() {}

    static ConversationResource create(Services services, Map<String, String> metadata) {
        var id = services.newId("conv_");
        return put(services, new Document(id, services.now(), Map.of(), Bytes.empty()), metadata);
    }

    /** Replaces the metadata of one, or throws the provider's 404. */
    static ConversationResource change(Services services, String id, Map<String, String> metadata) {
        return put(services, document(services, id), metadata);
    }

    private static ConversationResource put(Services services, Document document, Map<String, String> metadata) {
        var seconds = document.created().getEpochSecond();
        var conversation = ConversationResource.of(document.id(), seconds, metadata);
        var content = WireMapper.snakeCase().bytes(conversation);
        services.scope().put(COLLECTION, new Document(document.id(), document.created(), Map.of(), content));
        return conversation;
    }

    /** The conversation as it is sent, or the provider's 404. */
    static JsonNode get(Services services, String id) {
        return read(document(services, id));
    }

    private static Document document(Services services, String id) {
        return services.scope().find(COLLECTION, id).orElseThrow(() -> notStored(id));
    }

    /** Removes one with all that is in it. */
    static void delete(Services services, String id) {
        if (!services.scope().remove(COLLECTION, id)) {
            throw notStored(id);
        }
        services.scope()
                .list(collection(id), all())
                .documents()
                .forEach(item -> services.scope().remove(collection(id), item.id()));
    }

    private static RuntimeException notStored(String id) {
        return new Problem.NotStored("Conversation", id).asException();
    }

    /** All items of one, the oldest first; throws the provider's 404 if there is no such conversation. */
    public static List<JsonNode> items(Services services, String id) {
        return page(services, id, all()).documents().stream()
                .map(Conversations::read)
                .toList();
    }

    static Page page(Services services, String id, PageQuery query) {
        document(services, id);
        return services.scope().list(collection(id), query);
    }

    /** One item, or the provider's 404. */
    static JsonNode item(Services services, String id, String item) {
        document(services, id);
        return services.scope()
                .find(collection(id), item)
                .map(Conversations::read)
                .orElseThrow(() -> noItem(item));
    }

    static void deleteItem(Services services, String id, String item) {
        document(services, id);
        if (!services.scope().remove(collection(id), item)) {
            throw noItem(item);
        }
    }

    private static RuntimeException noItem(String item) {
        return new Problem.NotStored("Item", item).asException();
    }

    /** Adds items behind all others; a conversation that is no more takes none. */
    static void append(Services services, String id, List<JsonNode> items) {
        if (services.scope().find(COLLECTION, id).isPresent()) {
            var now = services.now();
            items.forEach(item -> services.scope()
                    .put(
                            collection(id),
                            new Document(item.path("id").asString(""), now, Map.of(), Bytes.ofUtf8(item.toString()))));
        }
    }

    static JsonNode read(Document document) {
        return MAPPER.readTree(document.content().toUtf8());
    }

    private static PageQuery all() {
        return new PageQuery(Optional.empty(), Integer.MAX_VALUE, PageQuery.Order.OLDEST_FIRST, Map.of());
    }

    private static String collection(String id) {
        return COLLECTION + "/" + id;
    }
}
