package llmsim.openresponses;

import java.util.List;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.Operation;
import llmsim.api.dialect.Operation.Query;
import llmsim.api.dialect.Services;
import llmsim.api.exchange.Call;
import llmsim.api.problem.ProblemException;
import llmsim.api.reply.Completion;
import llmsim.api.reply.Reply;
import llmsim.openresponses.facts.ResponsesFacts;
import llmsim.openresponses.request.CreateMessage;
import llmsim.openresponses.stored.StoredResponses;

/** {@code response.create} over a WebSocket at {@code /responses}. */
final class ResponseMessages {
    /** What a message gets that only begins a response: an id, for a later one to go on from. */
    private static final Reply NOTHING = Reply.of(Completion.of(List.of()));

    private final ResponsesFacts facts;
    private final Responses responses;

    ResponseMessages(ResponsesFacts facts, Responses responses) {
        this.facts = facts;
        this.responses = responses;
    }

    Endpoint endpoint() {
        return new Endpoint(Call.Method.MESSAGE, facts.basePath() + "/responses", "websocket", this::parse);
    }

    private Operation parse(Call call, Services services) {
        var message = CreateMessage.read(call.body());
        try {
            var response =
                    responses.create(message.request(facts), call, services).ifFailed(now -> forget(message, now));
            return message.generates() ? response : response.giving(NOTHING);
        } catch (ProblemException wrong) {
            return Query.free(now -> {
                forget(message, now);
                throw wrong;
            });
        }
    }

    /** The connection forgets what a failed message wanted to go on from; what is stored for everyone stays. */
    private static void forget(CreateMessage message, Services services) {
        message.previous().ifPresent(id -> StoredResponses.forget(services, id));
    }
}
