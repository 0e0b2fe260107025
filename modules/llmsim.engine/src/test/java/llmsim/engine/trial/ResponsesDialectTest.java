package llmsim.engine.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import llmsim.api.content.Message;
import llmsim.api.content.Part;
import llmsim.api.exchange.Call;
import llmsim.api.reply.Completion;
import llmsim.api.reply.Reply;
import llmsim.engine.Connection;
import llmsim.engine.source.Decided;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A dialect with items and numbers, over a connection and over SSE. */
class ResponsesDialectTest {
    private final Rig rig = Rig.automatic(new ResponsesDialect()).sources(Rig.saying("one \"two\""));

    @Test
    void aMessageIsAnsweredWithNumberedMessages() {
        var reached = send(rig.simulator().connect("responses"), "{\"type\":\"response.create\",\"input\":\"Hi\"}");
        var id = json(reached, 0).at("/response/id").asString();
        var item = json(reached, 2).at("/item/id").asString();

        assertThat(reached.texts())
                .containsExactly(
                        "{\"type\":\"response.created\",\"response\":{\"id\":\"" + id
                                + "\",\"created_at\":1767225600,\"status\":\"in_progress\"},\"sequence_number\":0}",
                        "{\"type\":\"response.in_progress\",\"response\":{\"id\":\"" + id
                                + "\",\"created_at\":1767225600,\"status\":\"in_progress\"},\"sequence_number\":1}",
                        "{\"type\":\"response.output_item.added\",\"output_index\":0,\"item\":{\"id\":\"" + item
                                + "\",\"type\":\"message\"},\"sequence_number\":2}",
                        delta(item, "one", 3),
                        delta(item, " \\\"", 4),
                        delta(item, "two", 5),
                        delta(item, "\\\"", 6),
                        "{\"type\":\"response.output_text.done\",\"item_id\":\"" + item
                                + "\",\"text\":\"one \\\"two\\\"\",\"sequence_number\":7}",
                        "{\"type\":\"response.output_item.done\",\"item_id\":\"" + item + "\",\"sequence_number\":8}",
                        "{\"type\":\"response.completed\",\"response\":{\"id\":\"" + id
                                + "\",\"status\":\"completed\",\"completed_at_ms\":130,\"output_tokens\":4},"
                                + "\"sequence_number\":9}");
        assertThat(reached.frames().get(1).at()).isZero();
        assertThat(reached.frames().get(3).at()).hasMillis(100);
    }

    @Test
    void olderClientsNestTheFields() {
        var reached = send(
                rig.simulator().connect("responses"), "{\"type\":\"response.create\",\"response\":{\"input\":\"Hi\"}}");

        assertThat(json(reached, 9).path("type").asString()).isEqualTo("response.completed");
        assertThat(rig.simulator().statistics().websocketRequests()).isEqualTo(1);
    }

    @Test
    void aToolIsCalledInAnItemOfItsOwn() {
        var call = new Part.ToolCall("call_1", "f", "{\"a\":1}");
        rig.reply(Reply.of(Completion.of(List.of(new Part.Text("one"), call))));
        var reached = send(rig.simulator().connect("responses"), "{\"type\":\"response.create\",\"input\":\"Hi\"}");

        assertThat(IntStream.range(0, reached.frames().size())
                        .mapToObj(i -> json(reached, i).path("sequence_number").asInt()))
                .isEqualTo(IntStream.range(0, reached.frames().size()).boxed().toList());
        assertThat(reached.body()).contains("\"arguments\":\"{\\\"a\\\":1}\"");
    }

    @Test
    void aResponseThatIsNotStoredIsContinuedOnItsConnectionAlone() {
        var asked = new List<?>[1];
        rig.sources(request -> {
            asked[0] = request.request().prompt().messages().stream()
                    .map(Message::text)
                    .toList();
            return Optional.of(Decided.of(Reply.of(Completion.text("sure"))));
        });
        try (var here = rig.simulator().connect("responses");
                var there = rig.simulator().connect("responses")) {
            var first = send(here, "{\"type\":\"response.create\",\"input\":\"Hi\",\"store\":false}");
            var id = json(first, 0).at("/response/id").asString();
            var next = "{\"type\":\"response.create\",\"input\":\"And?\",\"previous_response_id\":\"" + id + "\"}";

            send(here, next);
            assertThat(asked[0]).isEqualTo(List.of("Hi", "sure", "And?"));
            assertThat(send(there, next).body())
                    .isEqualTo("{\"type\":\"error\",\"status\":404,\"error\":{\"code\":\"previous_response_not_found\","
                            + "\"message\":\"There is no response '" + id + "'\"}}");
            assertThat(rig.get("/responses/" + id).status()).isEqualTo(404);
        }
    }

    @Test
    void aStoredOneIsContinuedAndLookedUpEverywhere() {
        var first = send(rig.simulator().connect("responses"), "{\"type\":\"response.create\",\"input\":\"Hi\"}");
        var id = json(first, 0).at("/response/id").asString();

        assertThat(rig.get("/responses/" + id).body()).contains("\"status\":\"completed\"");
        assertThat(rig.post("/responses", "{\"input\":\"x\",\"previous_response_id\":\"" + id + "\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aWarmUpGivesAnIdToContinueFrom() {
        try (var here = rig.simulator().connect("responses")) {
            var warm = send(here, "{\"type\":\"response.create\",\"generate\":false}");
            var id = json(warm, 0).path("id").asString();
            var next = send(
                    here, "{\"type\":\"response.create\",\"input\":\"x\",\"previous_response_id\":\"" + id + "\"}");

            assertThat(warm.endedAt()).isZero();
            assertThat(next.status()).isEqualTo(200);
        }
        assertThat(rig.simulator().statistics().completionTokens()).isEqualTo(4);
    }

    @Test
    void aBadMessageIsAnErrorAndTheConnectionStays() {
        try (var here = rig.simulator().connect("responses")) {
            assertThat(send(here, "{nonsense").body()).contains("broken JSON");
            assertThat(send(here, "{\"type\":\"other\"}").body())
                    .isEqualTo("{\"type\":\"error\",\"status\":400,\"error\":{\"code\":\"error\","
                            + "\"message\":\"unknown type\"}}");
            assertThat(send(here, "{\"type\":\"response.create\",\"input\":\"Hi\"}")
                            .frames())
                    .hasSize(10);
        }
    }

    @Test
    void aBackgroundResponseIsPolledAndResumed() throws Exception {
        var manual = Rig.manual(new ResponsesDialect()).sources(Rig.saying("one two three"));
        var first = new Reached(manual.clock).vanishingAt(3);
        var asking = manual.start(
                Rig.incoming(Call.Method.POST, "/responses", "{\"input\":\"Hi\",\"background\":true}"), first);
        manual.clock.awaitWaiting(2);
        manual.clock.advance(Duration.ofMillis(100));
        asking.join();
        var id = ResponsesDialect.JSON
                .readTree(first.texts().getFirst().replaceAll("(?s).*data: ", ""))
                .at("/response/id")
                .asString();

        assertThat(manual.get("/responses/" + id).body()).contains("\"status\":\"in_progress\"");
        var second = new Reached(manual.clock);
        var following =
                manual.start(Rig.incoming(Call.Method.GET, "/responses/" + id + "?starting_after=1", ""), second);
        manual.clock.awaitWaiting(2);
        manual.clock.advance(Duration.ofSeconds(1));
        following.join();
        manual.awaitRest();

        assertThat(second.texts().getFirst()).contains("\"sequence_number\":2");
        assertThat(second.texts()).hasSize(7);
        assertThat(second.texts().getLast()).startsWith("event: response.completed\ndata: {");
        assertThat(manual.get("/responses/" + id).body()).contains("\"status\":\"completed\"");
    }

    private Reached send(Connection connection, String message) {
        var reached = new Reached(rig.clock);
        connection.handle(Rig.incoming(Call.Method.MESSAGE, "/responses", message), reached);
        return reached;
    }

    private static JsonNode json(Reached reached, int frame) {
        return ResponsesDialect.JSON.readTree(reached.texts().get(frame));
    }

    private static String delta(String item, String text, int number) {
        return "{\"type\":\"response.output_text.delta\",\"item_id\":\"" + item + "\",\"delta\":\"" + text
                + "\",\"sequence_number\":" + number + "}";
    }
}
