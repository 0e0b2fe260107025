package llmsim.it.responses;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import llmsim.engine.clock.VirtualClock;
import llmsim.engine.script.Script;
import llmsim.engine.script.ScriptedError;
import llmsim.engine.script.Turn;
import llmsim.server.LlmSim;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Rules RS-35 to RS-38: responses in the background that are looked up, and called off. */
@ParameterizedClass
@ValueSource(strings = {"openai", "openresponses"})
class PolledResponsesTest {
    private static final String BODY = "{\"model\":\"gpt-4o\",\"input\":\"Hi\",\"background\":true}";
    private static final String STREAMED = BODY.replace("}", ",\"stream\":true}");

    private final boolean early;
    private final VirtualClock clock = VirtualClock.manual();
    private final Responses responses;

    PolledResponsesTest(String provider) {
        early = provider.equals("openresponses");
        responses = new Responses(
                provider,
                LlmSim.builder()
                        .seed(1)
                        .set("latency.ttft_mean_ms", "100")
                        .set("latency.ttft_stddev_ms", "0")
                        .set("latency.tbt_mean_ms", "10")
                        .set("latency.tbt_stddev_ms", "0")
                        .set("capacity.slots", "1")
                        .clock(clock)
                        .script(Script.of(
                                Turn.assistant("one two three four"),
                                Turn.error(new ScriptedError.Other("overloaded", 503)),
                                Turn.assistant(
                                        "one two three four five six seven eight nine ten one two three four five"
                                                + " six seven eight nine ten")))
                        .inProcess());
    }

    @AfterEach
    void close() {
        responses.close();
    }

    @Test
    void theAnswerIsAReceipt() throws Exception {
        var receipt = responses.create(BODY);

        assertThat(receipt.path("status").stringValue()).isEqualTo("queued");
        assertThat(receipt.path("background").booleanValue()).isTrue();
        assertThat(receipt.path("output")).isEmpty();
        assertThat(receipt.path("completed_at").isNull()).isTrue();
        assertThat(receipt.has("usage")).isEqualTo(early);
        assertThat(get(receipt)).isEqualTo(receipt);
        finish();
    }

    @Test
    void itIsQueuedThenInProgressThenCompletedThenFailed() throws Exception {
        var first = responses.create(BODY);
        pass(99);
        assertThat(status(first)).isEqualTo("queued");
        pass(1);
        assertThat(status(first)).isEqualTo("in_progress");
        finish();
        assertThat(status(first)).isEqualTo("completed");
        assertThat(get(first).at("/output/0/content/0/text").stringValue()).isEqualTo("one two three four");
        assertThat(get(first).at("/usage/output_tokens").intValue()).isEqualTo(4);

        var second = responses.create(BODY);
        finish();
        assertThat(second.path("status").stringValue()).isEqualTo("queued");
        assertThat(status(second)).isEqualTo("failed");
        assertThat(get(second).at("/error/message").stringValue()).isEqualTo("overloaded");
        assertThat(get(second).path("usage").isNull()).isEqualTo(early);
        assertThat(get(second).has("usage")).isEqualTo(early);

        var third = responses.create(BODY.replace("}", ",\"max_output_tokens\":16}"));
        finish();
        assertThat(status(third)).isEqualTo("incomplete");
        assertThat(get(third).at("/incomplete_details/reason").stringValue()).isEqualTo("max_output_tokens");
    }

    @Test
    void oneThatWaitsForASlotIsQueued() throws Exception {
        var first = responses.create(BODY);
        var second = responses.create(BODY);
        var third = responses.create(BODY);
        assertThat(cancel(second).path("status").stringValue()).isEqualTo("cancelled");
        pass(130 + 99);
        assertThat(status(first)).isEqualTo("completed");
        assertThat(status(third)).isEqualTo("queued");
        pass(1);

        assertThat(status(third)).isEqualTo("in_progress");
        assertThat(status(second)).isEqualTo("cancelled");
        finish();
        assertThat(status(third)).isEqualTo("completed");
    }

    @Test
    void whatIsCalledOffIsCancelled() throws Exception {
        var response = responses.create(BODY);
        pass(110);
        var cancelled = cancel(response);

        assertThat(cancelled.path("status").stringValue()).isEqualTo("cancelled");
        assertThat(cancelled.path("completed_at").isNull()).isTrue();
        assertThat(get(response)).isEqualTo(cancelled);
        assertThat(cancel(response)).isEqualTo(cancelled);
        while (clock.running() > 0) {
            Thread.onSpinWait();
        }
        var statistics = responses.process().simulator().statistics();
        assertThat(statistics.cancelledRequests()).isEqualTo(1);
        assertThat(statistics.completionTokens()).isEqualTo(2);
    }

    @Test
    void whatIsCompletedStaysSo() throws Exception {
        var response = responses.create(BODY);
        finish();

        assertThat(cancel(response)).isEqualTo(get(response));
        assertThat(status(response)).isEqualTo("completed");
    }

    @Test
    void anUnknownOneIsNotFound() {
        var unknown = responses.post("/responses/resp_0/cancel", "");

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(Responses.tree(unknown).at("/error/message").stringValue()).contains("resp_0");
    }

    @Test
    void aSynchronousResponseIsRefusedInTheProvidersWords() throws Exception {
        var created = new JsonNode[1];
        var waiting =
                Thread.ofVirtual().start(() -> created[0] = responses.create(BODY.replace(",\"background\":true", "")));
        clock.awaitWaiting(1);
        clock.advance(Duration.ofSeconds(1));
        waiting.join();
        var answer = responses.post("/responses/" + id(created[0]) + "/cancel", "");

        assertThat(answer.status()).isEqualTo(400);
        var error = Responses.tree(answer).path("error");
        assertThat(error.path("message").stringValue()).isEqualTo("Cannot cancel a synchronous response.");
        assertThat(error.path("param").isNull()).isTrue();
    }

    @Test
    void aStreamThatIsCalledOffJustEnds() throws Exception {
        var heard = new Heard();
        var waiting = Thread.ofVirtual().start(() -> responses.handle("/responses", STREAMED, heard));
        clock.awaitWaiting(2);
        clock.advance(Duration.ofMillis(110));
        clock.awaitWaiting(2);
        var id = Responses.id(heard.text());
        responses.post("/responses/" + id + "/cancel", "");
        waiting.join();

        assertThat(heard.ended()).isTrue();
        assertThat(heard.text()).contains("response.output_text.delta").doesNotContain("response.completed");
        assertThat(heard.text().endsWith("[DONE]\n\n")).isEqualTo(early);
        assertThat(responses.get("/responses/" + id, Map.of()).body().toUtf8()).contains("\"status\":\"cancelled\"");
    }

    @Test
    void whatWasNotStreamedHasNoEvents() throws Exception {
        var response = responses.create(BODY);
        finish();
        var streamed = Map.of("stream", List.of("true"));

        assertThat(responses.get("/responses/" + id(response), streamed).status())
                .isEqualTo(400);
    }

    @Test
    void oneThatIsDeletedOnItsWayDoesNotComeBack() throws Exception {
        var response = responses.create(BODY);
        pass(100);
        assertThat(responses.delete("/responses/" + id(response)).status()).isEqualTo(200);
        finish();

        assertThat(responses.get("/responses/" + id(response), Map.of()).status())
                .isEqualTo(404);
        assertThat(responses.delete("/responses/" + id(response)).status()).isEqualTo(404);
    }

    @Test
    void itMustBeStored() {
        var answer = responses.post("/responses", BODY.replace("}", ",\"store\":false}"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(Responses.tree(answer).at("/error/param").stringValue()).isEqualTo("store");
    }

    @Test
    void anotherGoesOnFromItWhenItIsCompleted() throws Exception {
        var response = responses.create(BODY);
        finish();
        var next = responses.create(BODY.replace("}", ",\"previous_response_id\":\"" + id(response) + "\"}"));
        finish();

        assertThat(next.path("previous_response_id")).isEqualTo(response.path("id"));
    }

    private JsonNode cancel(JsonNode response) {
        return Responses.tree(responses.post("/responses/" + id(response) + "/cancel", ""));
    }

    private JsonNode get(JsonNode response) {
        return Responses.tree(responses.get("/responses/" + id(response), Map.of()));
    }

    private String status(JsonNode response) {
        return get(response).path("status").stringValue();
    }

    private void pass(int millis) throws InterruptedException {
        clock.awaitWaiting(1);
        clock.advance(Duration.ofMillis(millis));
        clock.awaitWaiting(1);
    }

    private void finish() {
        while (responses.process().simulator().statistics().activeRequests() > 0) {
            clock.advance(Duration.ofSeconds(1));
            Thread.onSpinWait();
        }
    }

    private static String id(JsonNode response) {
        return response.path("id").stringValue();
    }
}
