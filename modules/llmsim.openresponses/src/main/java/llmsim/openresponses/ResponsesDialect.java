package llmsim.openresponses;

import java.util.List;
import java.util.stream.Stream;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Endpoint;
import llmsim.api.exchange.Call;
import llmsim.openresponses.conversation.ConversationEndpoints;
import llmsim.openresponses.error.ErrorEvents;
import llmsim.openresponses.facts.ResponsesFacts;
import llmsim.openresponses.stored.StoredEndpoints;

/** The Responses API, for an adapter to offer under its own name. Immutable and thread-safe. */
public final class ResponsesDialect {
    private ResponsesDialect() {}

    /** The endpoints of a provider. */
    public static List<Endpoint> endpoints(ResponsesFacts facts) {
        var responses = new Responses(facts);
        return Stream.of(
                        List.of(responses.endpoint(), new ResponseMessages(facts, responses).endpoint()),
                        new InputQueries(facts).endpoints(),
                        StoredEndpoints.below(facts.basePath()),
                        facts.conversations() ? ConversationEndpoints.below(facts.basePath()) : List.<Endpoint>of())
                .flatMap(List::stream)
                .toList();
    }

    /** A problem as a provider's explainer has it, or as the event that says the same where it answers a message. */
    public static Answer explained(Answer answer, Call call) {
        return ErrorEvents.inPlaceOf(answer, call);
    }
}
