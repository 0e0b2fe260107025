package llmsim.it.responses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import llmsim.engine.script.Script;
import llmsim.engine.script.ScriptedError;
import llmsim.engine.script.Turn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Rules RW-1 to RW-5: responses over a WebSocket, of both providers that have them. */
@ParameterizedClass
@ValueSource(strings = {"openai", "openresponses"})
class SocketResponsesTest {
    private final Responses responses;
    private final Talk talk;

    SocketResponsesTest(String provider) {
        responses = Responses.saying(
                provider,
                Script.of(
                        Turn.assistant("one"),
                        Turn.assistant("two"),
                        Turn.assistant("three"),
                        Turn.assistant("four"),
                        Turn.error(new ScriptedError.Other("overloaded", 503))));
        talk = Talk.to(responses);
    }

    @AfterEach
    void close() {
        talk.close();
        responses.close();
    }

    private static String create(String more) {
        return "{\"type\":\"response.create\",\"model\":\"gpt-4o\",\"input\":\"Hi\"" + more + "}";
    }

    private static String after(JsonNode response) {
        return ",\"previous_response_id\":\"" + response.path("id").stringValue() + "\"";
    }

    @Test
    void eventsComeAsTheyAreWithoutAnEndMark() {
        var events = talk.say(create(""));

        assertThat(events.getFirst().path("type").stringValue()).isEqualTo("response.created");
        assertThat(events.getLast().path("type").stringValue()).isEqualTo("response.completed");
        assertThat(events.getLast().at("/response/output/0/content/0/text").stringValue())
                .isEqualTo("one");
        for (var i = 0; i < events.size(); i++) {
            assertThat(events.get(i).path("sequence_number").intValue()).isEqualTo(i);
        }
    }

    @Test
    void olderClientsNestTheRequest() {
        var response = talk.last(
                "{\"type\":\"response.create\",\"response\":{\"model\":\"gpt-4o\",\"input\":\"Hi\",\"store\":false}}");

        assertThat(response.at("/output/0/content/0/text").stringValue()).isEqualTo("one");
    }

    @Test
    void whatIsNoRequestIsAnErrorAndTheConnectionStays() {
        for (var wrong : new String[] {"{", "[]", "\"x\"", "{}", "{\"type\":7}", "{\"type\":\"session.update\"}"}) {
            var error = talk.error(wrong);
            assertThat(error.path("status").intValue()).as(wrong).isEqualTo(400);
            assertThat(error.path("message").stringValue()).isNotBlank();
            assertThat(error.path("code").stringValue()).isNotBlank();
            assertThat(error.at("/error/message")).isEqualTo(error.path("message"));
            assertThat(error.at("/error/code")).isEqualTo(error.path("code"));
            assertThat(error.at("/error/param")).isEqualTo(error.path("param"));
        }
        assertThat(talk.error("{\"type\":\"response.create\",\"model\":\"gpt-4o\",\"temperature\":3}")
                        .path("param")
                        .stringValue())
                .isEqualTo("temperature");
        assertThat(talk.error(create(",\"generate\":1")).path("param").stringValue())
                .isEqualTo("generate");
        assertThat(talk.last(create("")).path("status").stringValue()).isEqualTo("completed");
    }

    @Test
    void aResponseThatIsNotStoredCanBeGoneOnFromHereAlone() {
        var first = talk.last(create(",\"store\":false"));
        try (var other = Talk.to(responses)) {
            assertThat(other.error(create(after(first))).path("code").stringValue())
                    .isEqualTo("previous_response_not_found");
        }
        assertThat(responses
                        .get("/responses/" + first.path("id").stringValue(), Map.of())
                        .status())
                .isEqualTo(404);

        var second = talk.last(create(",\"store\":false" + after(first)));
        assertThat(second.path("previous_response_id")).isEqualTo(first.path("id"));
        assertThat(second.at("/usage/input_tokens").intValue())
                .isGreaterThan(first.at("/usage/input_tokens").intValue());
    }

    @Test
    void oneThatIsStoredIsFoundEverywhere() {
        var first = talk.last(create(""));

        assertThat(responses
                        .get("/responses/" + first.path("id").stringValue(), Map.of())
                        .status())
                .isEqualTo(200);
        try (var other = Talk.to(responses)) {
            assertThat(other.last(create(after(first))).path("status").stringValue())
                    .isEqualTo("completed");
        }
    }

    @Test
    void aContinuationThatFailsForgetsWhatItWentOnFrom() {
        var first = talk.last(create(",\"store\":false"));
        var wrong = "{\"type\":\"response.create\",\"model\":\"gpt-4o\",\"store\":false,\"input\":"
                + "[{\"type\":\"function_call_output\",\"call_id\":\"call_nobody\",\"output\":\"x\"}]" + after(first)
                + "}";

        var failed = talk.error(wrong);
        assertThat(failed.path("message").stringValue())
                .isEqualTo("No tool call found for function call output with call_id call_nobody.");
        assertThat(failed.path("param").stringValue()).isEqualTo("input");
        assertThat(talk.error(create(after(first))).path("code").stringValue())
                .isEqualTo("previous_response_not_found");
    }

    @Test
    void oneThatIsStoredForEveryoneOutlivesAFailure() {
        var first = talk.last(create(""));

        assertThat(talk.error(create(",\"temperature\":9" + after(first)))
                        .path("param")
                        .stringValue())
                .isEqualTo("temperature");
        assertThat(talk.last(create(after(first))).path("status").stringValue()).isEqualTo("completed");
    }

    @Test
    void aWarmUpHasAnIdAndNoOutputAndCanBeGoneOnFrom() {
        var warm = talk.last(create(",\"store\":false,\"generate\":false,\"instructions\":\"Be brief.\""));
        assertThat(warm.path("status").stringValue()).isEqualTo("completed");
        assertThat(warm.path("output")).isEmpty();
        assertThat(warm.path("id").stringValue()).startsWith("resp_");

        var next = talk.last(create(",\"store\":false" + after(warm)));
        assertThat(next.at("/output/0/content/0/text").stringValue()).isEqualTo("one");
        try (var other = Talk.to(responses)) {
            assertThat(other.error(create(after(warm))).path("code").stringValue())
                    .isEqualTo("previous_response_not_found");
        }
    }

    @Test
    void aWarmUpHasTheEventsOfAnEmptyResponse() {
        var events = talk.say(create(",\"generate\":false"));

        assertThat(events.stream().map(event -> event.path("type").stringValue()))
                .containsExactly("response.created", "response.in_progress", "response.completed");
        assertThat(events.stream().map(event -> event.path("sequence_number").intValue()))
                .containsExactly(0, 1, 2);
        var usage = events.getLast().at("/response/usage");
        assertThat(usage.path("input_tokens").intValue()).isPositive();
        assertThat(usage.path("output_tokens").intValue()).isZero();
    }

    @Test
    void whatTheModelRefusesForgetsWhatItWentOnFrom() {
        for (var i = 0; i < 4; i++) {
            talk.last(create(",\"store\":false"));
        }
        var first = talk.last(create(",\"store\":false,\"generate\":false"));

        assertThat(talk.error(create(after(first))).path("status").intValue()).isEqualTo(503);
        assertThat(talk.error(create(after(first))).path("code").stringValue())
                .isEqualTo("previous_response_not_found");
    }

    @Test
    void whatAGateRefusesForgetsWhatItWentOnFrom() {
        var first = talk.last(create(",\"store\":false"));
        var tooMuch = ",\"max_output_tokens\":99999999" + after(first);

        assertThat(talk.error(create(tooMuch)).path("param").stringValue()).isEqualTo("max_output_tokens");
        assertThat(talk.error(create(after(first))).path("code").stringValue())
                .isEqualTo("previous_response_not_found");
    }

    @Test
    void thereIsNoBackground() {
        var error = talk.error(create(",\"background\":true"));

        assertThat(error.path("status").intValue()).isEqualTo(400);
        assertThat(error.path("param").stringValue()).isEqualTo("background");
        assertThat(talk.last(create(",\"background\":false")).path("status").stringValue())
                .isEqualTo("completed");
    }

    @Test
    void messagesAreCounted() {
        talk.last(create(""));
        var statistics = responses.process().simulator().statistics();

        assertThat(statistics.websocketRequests()).isEqualTo(1);
        assertThat(statistics.activeWebsocketConnections()).isEqualTo(1);
        talk.close();
        assertThat(responses.process().simulator().statistics().activeWebsocketConnections())
                .isZero();
    }

    @Test
    void anUnknownToolOutputIsRefusedOverHttpToo() {
        var first = responses.create("{\"model\":\"gpt-4o\",\"input\":\"Hi\"}");
        var answer = responses.post(
                "/responses",
                "{\"model\":\"gpt-4o\",\"input\":[{\"type\":\"function_call_output\",\"call_id\":\"c\",\"output\":\"x\"}]"
                        + after(first) + "}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(Responses.tree(answer).at("/error/param").stringValue()).isEqualTo("input");
    }
}
