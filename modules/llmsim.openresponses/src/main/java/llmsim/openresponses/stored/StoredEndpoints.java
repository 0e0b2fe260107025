package llmsim.openresponses.stored;

import java.util.List;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.Operation;
import llmsim.api.dialect.Operation.Query;
import llmsim.api.dialect.Services;
import llmsim.api.exchange.Call;
import llmsim.api.json.FieldPath;
import llmsim.api.problem.Problem.InvalidField;
import llmsim.api.problem.Violation;
import llmsim.api.render.Rendering;
import llmsim.api.state.PageQuery.Order;
import llmsim.openresponses.paging.ListPage;
import llmsim.openresponses.paging.PageParameters;
import llmsim.openresponses.wire.Deleted;

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
                new Endpoint(Call.Method.POST, one + "/cancel", COUNTER, StoredEndpoints::cancel),
                new Endpoint(Call.Method.GET, one + "/input_items", COUNTER, StoredEndpoints::inputItems));
    }

    private static Operation get(Call call, Services services) {
        var id = call.pathParameter(ID);
        return call.queryParameter("stream").filter("true"::equals).isPresent()
                ? attach(id, call, services)
                : Query.free(now -> json(StoredResponses.get(now, id).response()));
    }

    /** Events are numbered from 0, and each is one frame. */
    private static Operation attach(String id, Call call, Services services) {
        var stored = StoredResponses.get(services, id);
        if (!stored.inBackground() || !stored.streamed()) {
            throw broken(
                    FieldPath.of("stream"),
                    "This response cannot be streamed because it was not created with background=true and stream=true.");
        }
        return new Operation.Attach(id, after(call), events(_ -> (_, _) -> {}));
    }

    /** Events that leave at once: a client in the background does not wait for the first token. */
    public static Rendering events(Rendering.Factory renderer) {
        var usual = Rendering.sse(renderer);
        return new Rendering(usual.framing(), usual.contentType(), Rendering.Start.AT_ONCE, renderer);
    }

    private static long after(Call call) {
        var written = call.queryParameter("starting_after").orElse("-1");
        try {
            return Math.max(-1, Long.parseLong(written));
        } catch (NumberFormatException _) {
            throw new InvalidField(FieldPath.of("starting_after"), new Violation.WrongType("an integer", "a string"))
                    .asException();
        }
    }

    private static Operation cancel(Call call, Services services) {
        var id = call.pathParameter(ID);
        if (!StoredResponses.get(services, id).inBackground()) {
            throw broken(FieldPath.ROOT, "Cannot cancel a synchronous response.");
        }
        return new Operation.CallOff(
                id, now -> json(StoredResponses.get(now, id).response()));
    }

    private static RuntimeException broken(FieldPath path, String sentence) {
        return new InvalidField(path, new Violation.Broken(sentence, "")).asException();
    }

    /** One that is still being made is called off first: it would be stored again at its end. */
    private static Operation delete(Call call, Services services) {
        var id = call.pathParameter(ID);
        return new Operation.CallOff(id, now -> {
            if (!now.scope().remove(StoredResponses.COLLECTION, id)) {
                throw StoredResponses.notStored(id);
            }
            return json(new Deleted(id, "response", true));
        });
    }

    private static Operation inputItems(Call call, Services services) {
        var id = call.pathParameter(ID);
        var query = PageParameters.read(call, Order.NEWEST_FIRST);
        return Query.free(now -> json(ListPage.cut(
                StoredResponses.get(now, id).input(), item -> item.path("id").asString(""), query)));
    }

    private static Answer json(Object document) {
        return Answer.json(StoredResponses.bytes(document));
    }
}
