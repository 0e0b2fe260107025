package llmsim.openresponses.request;

import static llmsim.api.json.Shape.fields;
import static llmsim.api.json.Shape.items;
import static llmsim.api.json.Shape.optional;
import static llmsim.api.json.Shape.required;

import llmsim.api.exchange.Body;
import llmsim.api.json.JsonLimits;
import llmsim.api.json.JsonReader;
import llmsim.api.json.Shape;
import llmsim.api.json.WireMapper;
import llmsim.openresponses.wire.ConversationBody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads the bodies of calls about conversations; what is wrong with one is a {@link llmsim.api.problem.ProblemException}.
 *
 * <p>Source: the published description of OpenAI (2026-08-21).
 */
public final class ConversationRequests {
    private static final JsonReader READER = JsonReader.within(JsonLimits.DEFAULT);
    private static final int MOST_ITEMS = 20;

    private static final Shape ITEMS = items(ItemShape.ITEM, 0, MOST_ITEMS);
    private static final Shape NEW =
            fields(optional("metadata", RequestShape.METADATA.orNull()), optional("items", ITEMS.orNull()));
    private static final Shape CHANGE = fields(required("metadata", RequestShape.METADATA.orNull()));
    private static final Shape MORE = fields(required("items", ITEMS));

    private ConversationRequests() {}

    /** A conversation that is to be; nothing need be said of it. */
    public static ConversationBody created(Body body) {
        return body instanceof Body.Empty
                ? read(NEW, JsonNodeFactory.instance.objectNode())
                : read(NEW, READER.read(body));
    }

    /** Other metadata for one. */
    public static ConversationBody changed(Body body) {
        return read(CHANGE, READER.read(body));
    }

    /** More items for one. */
    public static ConversationBody added(Body body) {
        return read(MORE, READER.read(body));
    }

    private static ConversationBody read(Shape shape, JsonNode tree) {
        CreateRequests.nameKinds(tree.path("items"));
        CreateRequests.check(shape, tree);
        return WireMapper.snakeCase().read(tree, ConversationBody.class);
    }
}
