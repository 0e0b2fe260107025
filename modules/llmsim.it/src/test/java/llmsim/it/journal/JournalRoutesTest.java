package llmsim.it.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import llmsim.engine.Resettable;
import llmsim.engine.journal.Expectation;
import llmsim.engine.match.Condition;
import llmsim.engine.match.Match;
import llmsim.server.LlmSim;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was asked can be looked up and verified, over HTTP and from Java. */
class JournalRoutesTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static LlmSim llm;

    @BeforeAll
    static void start() {
        llm = LlmSim.builder()
                .port(0)
                .latency("instant")
                .generator("fixed:Sunny in Paris")
                .start();
    }

    @AfterAll
    static void stop() {
        llm.close();
    }

    @BeforeEach
    void forget() {
        llm.reset(Resettable.JOURNAL);
    }

    @Test
    void theLastRequestsAreListed() throws Exception {
        ask("gpt-4o", "Weather in Paris?", false);
        ask("gpt-5", "<script>alert(1)</script>", true);
        var list = get("/llmsim/requests");

        assertThat(list.get("requests")).hasSize(2);
        var newest = list.get("requests").get(0);
        assertThat(newest.get("model").asString()).isEqualTo("gpt-5");
        assertThat(newest.get("endpoint").asString()).isEqualTo("openai/completions");
        assertThat(newest.get("state").asString()).isEqualTo("completed");
        assertThat(newest.get("status").asInt()).isEqualTo(200);
        assertThat(newest.get("completion_tokens").asInt()).isEqualTo(3);
        assertThat(get("/llmsim/requests?model=gpt-4o").get("requests")).hasSize(1);
        assertThat(get("/llmsim/requests?state=error&status=200").get("requests"))
                .isEmpty();
        var number = newest.get("number").asLong();
        assertThat(get("/llmsim/requests?after=" + number).get("requests")).isEmpty();
        assertThat(get("/llmsim/requests?limit=1&before=" + number)
                        .get("requests")
                        .get(0)
                        .get("model")
                        .asString())
                .isEqualTo("gpt-4o");
    }

    @Test
    void oneIsShownWithItsTimelineAndNoSecret() throws Exception {
        ask("gpt-5", "Hi", true);
        var id = get("/llmsim/requests").get("requests").get(0).get("id").asString();
        var one = get("/llmsim/requests/" + id);

        assertThat(one.get("request").get("body").asString()).contains("\"Hi\"");
        assertThat(one.get("answer").get("body").asString())
                .startsWith("data: ")
                .endsWith("data: [DONE]\n\n");
        assertThat(one.get("timeline")).hasSizeGreaterThan(2);
        assertThat(one.toString()).doesNotContain("sk-very-secret");
        assertThat(call("GET", "/llmsim/requests/nobody", "").statusCode()).isEqualTo(404);
    }

    @Test
    void wrongQueriesAreToldWhatWouldBeRight() throws Exception {
        var answer = call("GET", "/llmsim/requests?modle=x&limit=many&state=ready", "");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("did you mean 'model'", "limit must be a whole number", "state must be one of active");
    }

    @Test
    void whatIsExpectedIsVerified() throws Exception {
        ask("gpt-4o", "Weather in Paris?", false);
        ask("gpt-4o", "Weather in Rome?", false);

        var fine = verify("{\"match\":{\"content_contains\":\"weather\"},\"count\":2}");
        assertThat(fine.statusCode()).isEqualTo(200);
        assertThat(json(fine).get("fitting")).hasSize(2);

        var few = verify("{\"match\":{\"content_contains\":[\"weather\",\"Berlin\"]}}");
        assertThat(few.statusCode()).isEqualTo(406);
        assertThat(json(few).get("problems").get(0).asString()).isEqualTo("0 of 2 requests fit, not at least 1.");
        assertThat(json(few).get("nearest").get(0).get("reasons").get(0).asString())
                .contains("'Berlin' is not in 'Weather in ");

        assertThat(verify("{\"order\":[{\"content_contains\":\"Paris\"},{\"content_contains\":\"Rome\"}]}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(verify("{\"order\":[{\"content_contains\":\"Rome\"},{\"content_contains\":\"Paris\"}]}")
                        .statusCode())
                .isEqualTo(406);
        assertThat(verify("{\"among\":{\"model\":\"gpt-5\"},\"count\":0}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aWrongExpectationIsToldWhere() throws Exception {
        var wrong =
                verify("{\"match\":{\"content\":\"x\"},\"count\":{\"min\":3,\"max\":2},\"among\":{\"state\":\"on\"}}");

        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body())
                .contains("unknown key 'match.content'", "count.max must be at least count.min", "among.state");
    }

    @Test
    void itIsVerifiedFromJavaToo() throws Exception {
        ask("gpt-4o", "Weather in Paris?", false);
        var paris = Match.of(new Condition.ContentContains("paris"));

        assertThat(llm.verify(Expectation.exactly(paris, 1)).passed()).isTrue();
        assertThat(llm.verify(Expectation.exactly(paris, 2)).text()).startsWith("1 of 1 requests fit, not 2.");
        assertThat(llm.requests().requests().getFirst().exchange().model()).isEqualTo("gpt-4o");
    }

    @Test
    void itCanBeCleared() throws Exception {
        ask("gpt-4o", "Hi", false);

        assertThat(call("DELETE", "/llmsim/requests", "").statusCode()).isEqualTo(200);
        assertThat(get("/llmsim/requests").get("requests")).isEmpty();
    }

    private static void ask(String model, String text, boolean stream) throws Exception {
        var body = JsonMapper.shared().createObjectNode().put("model", model).put("stream", stream);
        body.putArray("messages").addObject().put("role", "user").put("content", text);
        assertThat(call("POST", "/openai/v1/chat/completions", body.toString()).statusCode())
                .isEqualTo(200);
    }

    private static HttpResponse<String> verify(String expectation) throws Exception {
        return call("POST", "/llmsim/verify", expectation);
    }

    private static JsonNode get(String path) throws Exception {
        return json(call("GET", path, ""));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static HttpResponse<String> call(String method, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(llm.uri() + path))
                .header("content-type", "application/json")
                .header("authorization", "Bearer sk-very-secret")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
