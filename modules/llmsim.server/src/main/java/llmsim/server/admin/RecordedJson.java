package llmsim.server.admin;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import llmsim.api.content.Bytes;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Headers;
import llmsim.api.exchange.Outcome;
import llmsim.engine.journal.Recorded;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A remembered request as JSON. Times are in milliseconds since the request came. */
record RecordedJson(Recorded recorded) {

    /** What a line of a list shows. */
    ObjectNode summary() {
        var exchange = recorded.exchange();
        var call = recorded.asked().call();
        var json = Answers.JSON.objectNode();
        json.put("number", recorded.number())
                .put("id", exchange.id())
                .put("received", recorded.received().toString())
                .put("endpoint", recorded.endpoint())
                .put("method", call.method().name())
                .put("path", call.path())
                .put("model", exchange.model())
                .put("session", exchange.caller().session())
                .put("key", exchange.caller().keyId())
                .put("streaming", exchange.streaming())
                .put("state", recorded.state());
        json.put("status", recorded.answer().map(Recorded.Answered::status).orElse(null));
        putEnd(json);
        json.put("ttft_ms", recorded.ttft().map(RecordedJson::millis).orElse(null));
        var faults = json.putArray("faults");
        recorded.faults().forEach(faults::add);
        return json;
    }

    private void putEnd(ObjectNode json) {
        var end = recorded.end();
        json.put("reason", end.map(each -> reason(each.outcome())).orElse(null));
        json.put("latency_ms", end.map(each -> millis(each.after())).orElse(null));
        json.put("prompt_tokens", end.map(each -> each.usage().promptTokens()).orElse(null));
        json.put(
                "completion_tokens",
                end.map(each -> each.usage().completionTokens()).orElse(null));
    }

    private static @Nullable String reason(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _, Outcome.Cancelled _ -> null;
            case Outcome.Broken(var fault) -> fault;
            case Outcome.Failed(var problem) -> problem.category().name().toLowerCase(Locale.ROOT);
            case Outcome.Defect _ -> "defect";
        };
    }

    /** Everything, the bodies as text among it. */
    ObjectNode whole() {
        var json = summary();
        var asked = json.putObject("request");
        var call = recorded.asked().call();
        var query = asked.putObject("query");
        call.query().forEach((name, values) -> values.forEach(query.putArray(name)::add));
        asked.set("headers", headers(call.headers()));
        asked.put("body", text(call.body()))
                .put("body_bytes", recorded.asked().bodyBytes())
                .put("cut", recorded.asked().cut());
        recorded.answer().ifPresent(answer -> {
            var told = json.putObject("answer").put("status", answer.status());
            told.set("headers", headers(answer.headers()));
            told.put("body", text(answer.body()))
                    .put("body_bytes", answer.bodyBytes())
                    .put("cut", answer.cut());
        });
        var timeline = json.putArray("timeline");
        recorded.timeline()
                .forEach(written ->
                        timeline.addObject().put("ms", millis(written.after())).put("tokens", written.tokens()));
        return json;
    }

    private static ObjectNode headers(Headers headers) {
        var json = Answers.JSON.objectNode();
        headers.forEach((name, value) -> json.withArray(name).add(value));
        return json;
    }

    private static String text(Body body) {
        return switch (body) {
            case Body.Empty _ -> "";
            case Body.Raw(var _, var bytes) -> text(bytes);
            case Body.Multipart(var fields, var _) -> fields.toString();
        };
    }

    private static String text(Bytes bytes) {
        return new String(bytes.toByteArray(), StandardCharsets.UTF_8);
    }

    private static double millis(Duration duration) {
        return Math.round(duration.toNanos() / 1_000.0) / 1_000.0;
    }
}
