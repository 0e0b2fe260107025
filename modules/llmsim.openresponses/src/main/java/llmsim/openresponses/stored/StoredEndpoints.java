package llmsim.openresponses.stored;

import java.util.List;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.Operation;
import llmsim.api.dialect.Operation.Query;
import llmsim.api.dialect.Services;
import llmsim.api.exchange.Call;
import llmsim.openresponses.wire.ResponseDeleted;

/** {@code /responses/{id}} and what is below it. */
public final class StoredEndpoints {
    private static final String COUNTER = "stored_responses";
    private static final String ID = "response_id";

    private StoredEndpoints() {}

    /** All of them, below a path. */
    public static List<Endpoint> below(String basePath) {
        var one = basePath + "/responses/{" + ID + "}";
        return List.of(
                new Endpoint(Call.Method.GET, one, COUNTER, StoredEndpoints::get),
                new Endpoint(Call.Method.DELETE, one, COUNTER, StoredEndpoints::delete),
                new Endpoint(Call.Method.GET, one + "/input_items", COUNTER, StoredEndpoints::inputItems));
    }

    private static Operation get(Call call, Services services) {
        var id = call.pathParameter(ID);
        return Query.free(now -> json(StoredResponses.get(now, id).response()));
    }

    private static Operation delete(Call call, Services services) {
        var id = call.pathParameter(ID);
        return Query.free(now -> {
            if (!now.scope().remove(StoredResponses.COLLECTION, id)) {
                throw StoredResponses.notStored(id);
            }
            return json(new ResponseDeleted(id, "response", true));
        });
    }

    private static Operation inputItems(Call call, Services services) {
        var id = call.pathParameter(ID);
        return Query.free(
                now -> json(ItemPages.page(StoredResponses.get(now, id).input(), call)));
    }

    private static Answer json(Object document) {
        return Answer.json(StoredResponses.bytes(document));
    }
}
