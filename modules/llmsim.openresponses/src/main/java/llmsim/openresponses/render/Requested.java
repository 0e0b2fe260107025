package llmsim.openresponses.render;

import llmsim.api.exchange.Call;
import llmsim.openresponses.facts.ResponsesFacts;
import llmsim.openresponses.wire.CreateResponse;

/**
 * What a response is made for.
 *
 * @param call with which the request came
 */
public record Requested(CreateResponse request, ResponsesFacts facts, Call call) {
    /** Whether the client does not wait for the response. */
    public boolean inBackground() {
        return Boolean.TRUE.equals(request.background());
    }

    /** Whether the answer's events are messages over a WebSocket. */
    public boolean overSocket() {
        return call.method() == Call.Method.MESSAGE;
    }
}
