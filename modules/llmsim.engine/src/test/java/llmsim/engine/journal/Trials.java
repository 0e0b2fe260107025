package llmsim.engine.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.Operation;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Caller;
import llmsim.api.exchange.Exchange;
import llmsim.api.exchange.Headers;
import llmsim.api.exchange.Outcome;
import llmsim.api.prompt.SimRequest;
import llmsim.api.reply.Usage;
import llmsim.engine.trial.EventLines;

/** Requests for journals. */
final class Trials {
    private Trials() {}

    /** An endpoint that streams what is answered to this request. */
    static Endpoint endpoint(String path, SimRequest request) {
        return new Endpoint(
                Call.Method.POST,
                path,
                "completions",
                (_, _) -> Operation.Generation.of(request, "a_", new EventLines().streamed()));
    }

    /** Writes down a request that says this, and is answered with the same. */
    static void write(Journal journal, String text) {
        write(journal, "gpt-4o", text, Headers.NONE);
    }

    static void write(Journal journal, String model, String text, Headers headers) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var body = new Body.Raw("application/json", Bytes.owned(bytes));
        var caller = Caller.ANONYMOUS;
        var call =
                new Call("r", Call.Method.POST, "/chat", Map.of(), Map.of(), headers, body, caller, 0, Instant.EPOCH);
        var exchange = new Exchange("r", "trial", "completions", model, true, caller, 0);
        var trace = journal.begin(exchange, call, Optional.of(SimRequest.of(model, text)));
        trace.admitted();
        trace.began(200, Headers.NONE);
        for (var at = 0; at < bytes.length; at += 100) {
            trace.sent(bytes, at, Math.min(100, bytes.length - at));
            trace.wrote(at, at, 1);
        }
        trace.ended(new Outcome.Done(), Usage.ofPrompt(1), 0);
    }
}
