package llmsim.openresponses;

import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.Operation;
import llmsim.api.dialect.Operation.Query;
import llmsim.api.dialect.Services;
import llmsim.api.exchange.Call;
import llmsim.api.problem.ProblemException;
import llmsim.openresponses.facts.ResponsesFacts;
import llmsim.openresponses.request.CreateMessage;
import llmsim.openresponses.stored.StoredResponses;

/** {@code response.create} over a WebSocket at {@code /responses}. */
final class ResponseMessages {
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
            var request = message.request(facts);
            return message.generates()
                    ? responses.create(request, call, services)
                    : responses.warmUp(request, call, services);
        } catch (ProblemException wrong) {
            return refused(message, wrong);
        }
    }

    /** The connection forgets what a failed message wanted to go on from; what is stored for everyone stays. */
    private static Operation refused(CreateMessage message, ProblemException wrong) {
        return Query.free(services -> {
            message.previous().ifPresent(id -> StoredResponses.forget(services, id));
            throw wrong;
        });
    }
}
