package llmsim.openresponses;

import java.util.List;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.Operation;
import llmsim.api.dialect.Operation.Generation;
import llmsim.api.dialect.Operation.Keep;
import llmsim.api.dialect.Operation.Play;
import llmsim.api.dialect.Services;
import llmsim.api.exchange.Call;
import llmsim.api.json.WireMapper;
import llmsim.api.render.Framing;
import llmsim.api.render.Rendering;
import llmsim.openresponses.conversation.Turns;
import llmsim.openresponses.facts.ResponsesFacts;
import llmsim.openresponses.render.QueuedResponse;
import llmsim.openresponses.render.Requested;
import llmsim.openresponses.render.StreamedResponse;
import llmsim.openresponses.render.WholeResponse;
import llmsim.openresponses.request.CreateRequests;
import llmsim.openresponses.request.Prompts;
import llmsim.openresponses.stored.StoredEndpoints;
import llmsim.openresponses.stored.StoredResponses;
import llmsim.openresponses.wire.CreateResponse;

/** {@code POST /responses}. */
final class Responses {
    private static final String ID_PREFIX = "resp_";

    private final ResponsesFacts facts;

    Responses(ResponsesFacts facts) {
        this.facts = facts;
    }

    Endpoint endpoint() {
        return new Endpoint(Call.Method.POST, facts.basePath() + "/responses", "responses", this::parse)
                .naming(CreateRequests.MODEL);
    }

    private Operation parse(Call call, Services services) {
        return create(CreateRequests.read(call.body(), facts), call, services);
    }

    Generation create(CreateResponse request, Call call, Services services) {
        var requested = new Requested(request, facts, call);
        BackgroundRule.check(requested);
        var conversation = Conversation.of(request, services);
        return new Generation(
                Prompts.neutral(request, conversation.items(), services.models()),
                ID_PREFIX,
                rendering(requested),
                keeps(requested, conversation),
                play(requested),
                request.conversationId().map(Turns::hold));
    }

    private static List<Keep> keeps(Requested requested, Conversation conversation) {
        var history = conversation.history();
        var input = conversation.input();
        var stored = StoredResponses.keep(requested, history, input);
        return requested
                .request()
                .conversationId()
                .map(id -> List.of(stored, Turns.keep(id, requested, history, input)))
                .orElseGet(() -> List.of(stored));
    }

    private static Play play(Requested requested) {
        if (!requested.inBackground()) {
            return new Play.Live();
        }
        return requested.request().streamed()
                ? new Play.Logged()
                : new Play.Deferred(
                        opening -> Answer.json(WireMapper.snakeCase().bytes(QueuedResponse.of(opening, requested))));
    }

    /** In the background events are played whoever listens: a client can wait for them as for the response. */
    private static Rendering rendering(Requested requested) {
        if (requested.inBackground()) {
            return StoredEndpoints.events(opening -> new StreamedResponse(opening, requested));
        }
        if (!requested.request().streamed()) {
            return Rendering.json(opening -> new WholeResponse(opening, requested, response -> response));
        }
        var events = Rendering.sse(opening -> new StreamedResponse(opening, requested));
        return requested.overSocket()
                ? new Rendering(Framing.MESSAGES, "application/json", events.start(), events.renderer())
                : events;
    }
}
