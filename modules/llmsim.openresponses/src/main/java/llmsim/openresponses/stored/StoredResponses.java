package llmsim.openresponses.stored;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Operation.Keep;
import llmsim.api.dialect.Operation.Reach;
import llmsim.api.dialect.Services;
import llmsim.api.json.WireMapper;
import llmsim.api.problem.Problem;
import llmsim.api.render.Rendering;
import llmsim.api.state.Document;
import llmsim.openresponses.render.KeptCourse;
import llmsim.openresponses.render.Requested;
import llmsim.openresponses.wire.KeptResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The store of responses: what is written when one ends, and read when another goes on from it. */
public final class StoredResponses {
    static final String COLLECTION = "responses";

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private StoredResponses() {}

    /**
     * The copy to keep of a response: for everyone, or, where the client does not want it stored, for the connection
     * alone.
     */
    public static Keep keep(Requested requested, List<JsonNode> history, List<JsonNode> input) {
        return new Keep(
                COLLECTION,
                Map.of(),
                Rendering.json(opening -> new KeptCourse(
                        opening,
                        requested,
                        response -> new KeptResponse(
                                response, history, input, requested.request().streamed()))),
                requested.request().stored() ? Reach.EVERYONE : Reach.CONNECTION);
    }

    /** Forgets what is kept for the connection alone. */
    public static void forget(Services services, String id) {
        services.connection().remove(COLLECTION, id);
    }

    /** The response with this id, if this caller can see one. */
    public static Optional<StoredResponse> find(Services services, String id) {
        return services.scope().find(COLLECTION, id).map(StoredResponses::read);
    }

    /** The same, or the provider's 404. */
    static StoredResponse get(Services services, String id) {
        return find(services, id).orElseThrow(() -> notStored(id));
    }

    static RuntimeException notStored(String id) {
        return new Problem.NotStored("Response", id).asException();
    }

    private static StoredResponse read(Document document) {
        var tree = MAPPER.readTree(document.content().toUtf8());
        return new StoredResponse(
                tree.path("response"),
                tree.path("history").valueStream().toList(),
                tree.path("input").valueStream().toList(),
                tree.path("streamed").asBoolean(false));
    }

    static Bytes bytes(Object value) {
        return WireMapper.snakeCase().bytes(value);
    }
}
