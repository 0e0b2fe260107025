package llmsim.it.responses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import llmsim.api.content.Bytes;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Headers;
import llmsim.engine.Incoming;
import llmsim.engine.clock.VirtualClock;
import llmsim.engine.script.Script;
import llmsim.engine.script.Turn;
import llmsim.server.LlmSim;
import org.junit.jupiter.api.Test;

/** However many responses are stored, only so many are kept, and the oldest go first. */
class BoundedMemoryTest {
    private static final int MANY = 100_000;
    private static final int DOCUMENTS = 1_000;
    private static final long BYTES = 256 << 10;
    private static final Pattern ID = Pattern.compile("^\\{\"id\":\"([^\"]+)\"");
    private static final Incoming ASKED = new Incoming(
            Call.Method.POST,
            "/v1/responses",
            Map.of(),
            Headers.NONE,
            new Body.Raw("application/json", Bytes.ofUtf8("{\"model\":\"gpt-4o\",\"input\":\"Hi\",\"store\":true}")));

    @Test
    void ofManyResponsesTheNewestAreKept() {
        try (var responses = bounded(DOCUMENTS, 1L << 30)) {
            var ids = store(responses, MANY);

            assertThat(kept(responses, ids)).isEqualTo(DOCUMENTS);
            var gone = responses.get("/responses/" + ids.getFirst(), Map.of());
            assertThat(gone.status()).isEqualTo(404);
            assertThat(Responses.tree(gone).at("/error/message").stringValue())
                    .isEqualTo("Response with id '" + ids.getFirst() + "' not found.");
        }
    }

    @Test
    void theirBytesAreBoundedToo() {
        try (var responses = bounded(1_000_000, BYTES)) {
            var ids = store(responses, 2_000);
            var size = responses
                    .get("/responses/" + ids.getLast(), Map.of())
                    .body()
                    .length();

            assertThat(kept(responses, ids)).isBetween(1L, BYTES / size);
        }
    }

    @Test
    void aConversationGoesAsAWhole() {
        try (var responses = bounded(10, 1L << 30)) {
            var conversation = Responses.tree(responses.post("/conversations", "{}"))
                    .get("id")
                    .stringValue();
            var body = "{\"items\":[{\"role\":\"user\",\"content\":\"a\"}]}";
            for (var i = 0; i < 9; i++) {
                assertThat(responses
                                .post("/conversations/" + conversation + "/items", body)
                                .status())
                        .isEqualTo(200);
            }
            store(responses, 1);

            assertThat(responses
                            .get("/conversations/" + conversation + "/items", Map.of())
                            .status())
                    .isEqualTo(404);
        }
    }

    private static Responses bounded(int documents, long bytes) {
        return new Responses(
                "openai",
                LlmSim.builder()
                        .seed(1)
                        .latency("instant")
                        .clock(VirtualClock.automatic())
                        .storeBounds(documents, bytes)
                        .script(Script.of(Turn.assistant("Hello")))
                        .inProcess());
    }

    private static List<String> store(Responses responses, int many) {
        var ids = new ArrayList<String>(many);
        for (var i = 0; i < many; i++) {
            var answer = responses.process().simulator().call("openai", ASKED);
            var id = ID.matcher(answer.body().toUtf8());
            assertThat(id.find()).isTrue();
            ids.add(id.group(1));
        }
        return ids;
    }

    /** How many are there, all of them newer than all that are not. */
    private static long kept(Responses responses, List<String> ids) {
        var newest = ids.reversed().stream()
                .takeWhile(id -> responses.get("/responses/" + id, Map.of()).status() == 200)
                .count();
        var first = ids.size() - (int) newest;
        assertThat(ids.subList(Math.max(0, first - 100), first))
                .allMatch(id -> responses.get("/responses/" + id, Map.of()).status() == 404);
        return newest;
    }
}
