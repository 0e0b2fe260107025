package llmsim.openresponses.error;

import llmsim.api.content.Bytes;
import llmsim.api.dialect.Answer;
import llmsim.api.exchange.Call;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Errors over a WebSocket: the event {@code error} with the status, and with the error twice, beside the type for clients
 * that know it from streams, and under {@code error} as the descriptions have it.
 */
public final class ErrorEvents {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private ErrorEvents() {}

    /** What answers a call: the answer as it is, or, where the call is a message, the event that says the same. */
    public static Answer inPlaceOf(Answer answer, Call call) {
        return call.method() == Call.Method.MESSAGE
                        && MAPPER.readTree(answer.body().toUtf8()).path("error") instanceof ObjectNode error
                ? new Answer(answer.status(), answer.contentType(), answer.headers(), event(answer.status(), error))
                : answer;
    }

    private static Bytes event(int status, ObjectNode error) {
        if (!error.path("code").isString()) {
            error.put("code", error.path("type").asString("error"));
        }
        var event = MAPPER.createObjectNode().put("type", "error").put("status", status);
        event.set("error", error);
        event.set("code", error.path("code"));
        event.set("message", error.path("message"));
        event.set("param", error.path("param"));
        return Bytes.ofUtf8(event.put("sequence_number", 0).toString());
    }
}
