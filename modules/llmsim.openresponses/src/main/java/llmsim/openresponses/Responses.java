package llmsim.openresponses;

import java.util.List;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.Operation;
import llmsim.api.dialect.Operation.Generation;
import llmsim.api.dialect.Operation.Play;
import llmsim.api.dialect.Services;
import llmsim.api.exchange.Call;
import llmsim.api.render.Rendering;
import llmsim.openresponses.facts.ResponsesFacts;
import llmsim.openresponses.render.Requested;
import llmsim.openresponses.render.StreamedResponse;
import llmsim.openresponses.render.WholeResponse;
import llmsim.openresponses.request.CreateRequests;
import llmsim.openresponses.request.Prompts;
import llmsim.openresponses.stored.StoredResponses;
import llmsim.openresponses.wire.CreateResponse;

/** {@code POST /responses}. */
final class Responses {
    private final ResponsesFacts facts;

    Responses(ResponsesFacts facts) {
        this.facts = facts;
    }

    Endpoint endpoint() {
        return new Endpoint(Call.Method.POST, facts.basePath() + "/responses", "responses", this::parse);
    }

    private Operation parse(Call call, Services services) {
        return create(CreateRequests.read(call.body()), call, services);
    }

    private Operation create(CreateResponse request, Call call, Services services) {
        var requested = new Requested(request, facts, call);
        var conversation = Conversation.of(request, services);
        var keep = StoredResponses.keep(requested, conversation.history(), conversation.input());
        return new Generation(
                Prompts.neutral(request, conversation.items(), services.models()),
                "resp_",
                rendering(requested),
                List.of(keep),
                Play.LIVE);
    }

    private static Rendering rendering(Requested requested) {
        return requested.request().streamed()
                ? Rendering.sse(opening -> new StreamedResponse(opening, requested))
                : Rendering.json(opening -> new WholeResponse(opening, requested, response -> response));
    }
}
