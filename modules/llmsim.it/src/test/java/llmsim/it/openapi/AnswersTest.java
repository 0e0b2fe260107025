package llmsim.it.openapi;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import llmsim.it.observe.Mix;
import llmsim.server.LlmSim;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a server really answers is what its document says, and nothing else. */
class AnswersTest {
    private static final String MOCK =
            "{\"name\":\"hi\",\"match\":{\"content_contains\":\"never\"},\"response\":\"hi\"}";
    private static final String SCRIPT = "{\"name\":\"one\",\"turns\":[{\"type\":\"assistant\",\"text\":\"one\"}]}";

    /** In this order. */
    private static final List<Ask> ASKS = List.of(
            Ask.of("GET", "/llmsim/stats", 200),
            Ask.of("GET", "/llmsim/config", 200),
            Ask.of("GET", "/llmsim/config?origins=true", 200),
            Ask.of("GET", "/llmsim/config/choices", 200),
            Ask.with("PATCH", "/llmsim/config", "{\"latency\":{\"speed\":2,\"models\":{\"gpt-5*\":\"fast\"}}}", 200),
            Ask.with("PATCH", "/llmsim/config", "{\"latency\":{\"profile\":\"fst\"},\"server\":{\"port\":1}}", 400),
            Ask.with("PATCH", "/llmsim/config", "{\"seed\":", 400),
            Ask.with("PATCH", "/llmsim/config", "[]", 400),
            Ask.of("PATCH", "/llmsim/config", 400),
            Ask.of("GET", "/llmsim/config?origins=true", 200),
            Ask.with("PUT", "/llmsim/mocks", "[" + MOCK + ",{\"match\":{\"model\":\"x\"},\"response\":\"y\"}]", 200),
            Ask.with("PUT", "/llmsim/mocks", "{\"mock\":[]}", 400),
            Ask.of("GET", "/llmsim/mocks", 200),
            Ask.with("PUT", "/llmsim/scripts", "[" + SCRIPT + "]", 200),
            Ask.with("PUT", "/llmsim/scripts", "[{}]", 400),
            Ask.of("GET", "/llmsim/scripts", 200),
            Ask.of("GET", "/llmsim/config", 200),
            Ask.of("GET", "/llmsim/requests", 200),
            Ask.of("GET", "/llmsim/requests?state=broken&limit=3", 200),
            Ask.of("GET", "/llmsim/requests?modle=x&limit=many", 400),
            Ask.of("GET", "/llmsim/requests/1", 200),
            Ask.of("GET", "/llmsim/requests/nobody", 404),
            Ask.with("POST", "/llmsim/verify", "{\"count\":{\"min\":1}}", 200),
            Ask.with("POST", "/llmsim/verify", "{\"match\":{\"content_contains\":\"Berlin\"}}", 406),
            Ask.with("POST", "/llmsim/verify", "{\"matches\":{}}", 400),
            Ask.of("GET", "/llmsim/ready", 200),
            Ask.of("POST", "/llmsim/drain", 200),
            Ask.of("GET", "/llmsim/ready", 503),
            Ask.of("DELETE", "/llmsim/drain", 200),
            Ask.with("POST", "/llmsim/reset", "{\"cursors\":true,\"limits\":true}", 200),
            Ask.with("POST", "/llmsim/reset", "{\"cursor\":true}", 400),
            Ask.of("DELETE", "/llmsim/requests", 200),
            Ask.of("GET", "/llmsim/requests", 200),
            Ask.of("GET", "/llmsim/openapi.json", 200),
            Ask.of("GET", "/metrics", 200));

    /** Asked of every operation, or needing a plugin's store that cannot forget. */
    private static final List<String> ELSEWHERE = List.of("401", "403", "413", "415", "409");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static LlmSim llm;
    private static Document document;

    @BeforeAll
    static void start() {
        llm = LlmSim.builder()
                .port(0)
                .host("127.0.0.1")
                .latency("instant")
                .shutdownGrace(Duration.ofMillis(1))
                .start();
        document = new Document(
                Ask.of("GET", "/llmsim/openapi.json", 200).send(llm, CLIENT).body());
        new Mix(llm, CLIENT).run(7, 60);
        assertThat(llm.awaitIdle(Duration.ofMinutes(1))).isTrue();
    }

    @AfterAll
    static void stop() {
        llm.close();
    }

    @TestFactory
    Stream<DynamicTest> anAnswerIsAsTheDocumentSays() {
        return ASKS.stream().map(ask -> DynamicTest.dynamicTest(ask.toString(), () -> assertAsSaid(ask)));
    }

    @Test
    void everyStatusIsProvoked() {
        var said = document.operations().stream()
                .flatMap(each -> each.said().path("responses").propertyNames().stream()
                        .filter(status -> !ELSEWHERE.contains(status))
                        .map(status -> each.id() + " " + status))
                .collect(toCollection(TreeSet::new));
        var asked = ASKS.stream()
                .map(ask -> document.operation(ask.method(), ask.target()).id() + " " + ask.status())
                .collect(toCollection(TreeSet::new));

        assertThat(asked).isEqualTo(said);
    }

    @Test
    void everyRequestThatIsRememberedIsAsTheDocumentSays() {
        new Mix(llm, CLIENT).run(8, 40);

        assertThat(llm.requests().requests()).hasSizeGreaterThan(30).allSatisfy(each -> {
            assertAsSaid(Ask.of("GET", "/llmsim/requests/" + each.number(), 200));
        });
    }

    @Test
    void aRequestUnderWayIsAsTheDocumentSays() throws Exception {
        try (var slow = LlmSim.builder()
                .port(0)
                .timeToFirstToken(0, 0)
                .timeBetweenTokens(60_000, 0)
                .shutdownGrace(Duration.ofMillis(1))
                .start()) {
            var chat = HttpRequest.newBuilder(URI.create(slow.uri() + "/openai/v1/chat/completions"))
                    .header("content-type", "application/json")
                    .POST(BodyPublishers.ofString("{\"model\":\"gpt-5\",\"stream\":true,"
                            + "\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}"));
            CLIENT.send(chat.build(), BodyHandlers.ofInputStream());

            for (var target : List.of("/llmsim/requests?state=active", "/llmsim/requests/1", "/llmsim/stats")) {
                var ask = Ask.of("GET", target, 200);
                var answer = ask.send(slow, CLIENT);
                assertThat(answer.body()).contains("active");
                assertAsSaid(ask, answer);
            }
        }
    }

    @Test
    void pagesOfOthersAreRefusedAsSaid() {
        var own = document.operations().stream()
                .filter(each -> !each.path().equals("/metrics"))
                .toList();
        for (var operation : own) {
            assertAsSaid(ask(operation, "", 403), "origin", "https://evil.example");
        }
    }

    @Test
    void bodiesOfAnotherKindAreRefusedAsSaid() {
        var taking = document.operations().stream()
                .filter(Document.Operation::takesBody)
                .toList();
        assertThat(taking).hasSizeGreaterThan(4);
        for (var operation : taking) {
            assertAsSaid(ask(operation, "{}", 415), "content-type", "text/plain");
            assertAsSaid(ask(operation, " ".repeat(1 << 20) + "{}", 413), "content-type", "application/json");
        }
    }

    @Test
    void theTokenIsAskedForAsSaid() {
        try (var guarded = LlmSim.builder().port(0).adminToken("secret").start()) {
            for (var operation : document.operations()) {
                var refused = ask(operation, "", 401).send(guarded, CLIENT);
                assertThat(refused.headers().firstValue("www-authenticate")).isPresent();
                assertAsSaid(ask(operation, "", 401), refused);
            }
        }
    }

    @Test
    void whatIsNotInTheDocumentIsRefused() {
        for (var ask : List.of(
                Ask.of("GET", "/llmsim/stats", 200),
                Ask.of("GET", "/llmsim/config", 200),
                Ask.of("GET", "/llmsim/mocks", 200),
                Ask.of("GET", "/llmsim/requests", 200),
                Ask.of("GET", "/llmsim/ready", 200),
                Ask.with("POST", "/llmsim/verify", "{\"count\":{\"min\":0}}", 200))) {
            var operation = document.operation(ask.method(), ask.target());
            var schema = Document.schema(document.response(operation, 200));
            var answer = (ObjectNode)
                    JsonMapper.shared().readTree(ask.send(llm, CLIENT).body());

            assertThat(document.mistakes(schema, answer.toString())).isEmpty();
            assertThat(document.mistakes(schema, answer.put("surprise", 1).toString()))
                    .as(schema)
                    .isNotEmpty();
        }
    }

    private static Ask ask(Document.Operation operation, String body, int status) {
        return new Ask(operation.method(), operation.path().replaceAll("\\{\\w+}", "1"), body, status);
    }

    private static void assertAsSaid(Ask ask) {
        assertAsSaid(ask, "content-type", "application/json");
    }

    private static void assertAsSaid(Ask ask, String... headers) {
        assertAsSaid(ask, ask.send(llm, CLIENT, headers));
    }

    private static void assertAsSaid(Ask ask, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(() -> ask + ": " + answer.body()).isEqualTo(ask.status());
        var said = document.response(document.operation(ask.method(), ask.target()), ask.status());
        var type = answer.headers().firstValue("content-type").orElseThrow();
        assertThat(said.path("content").propertyNames()).as(ask.toString()).contains(type);
        if (type.equals("application/json")) {
            assertThat(document.mistakes(Document.schema(said), answer.body()))
                    .as(() -> ask + ": " + answer.body())
                    .isEmpty();
        }
    }
}
