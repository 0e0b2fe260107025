package llmsim.it.responses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import llmsim.engine.script.Script;
import llmsim.engine.script.Turn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BackgroundTest {
    private static final String BODY = "{\"model\":\"gpt-4o\",\"input\":\"Hi\",\"background\":true,\"stream\":true}";

    private final Responses responses = Responses.saying("openai", Script.of(Turn.assistant("one two three")));

    @AfterEach
    void close() {
        responses.close();
    }

    @Test
    void aStreamInTheBackgroundIsQueuedFirst() {
        var events = responses.events(BODY);

        assertThat(events.stream().limit(3).map(event -> event.get("type").stringValue()))
                .containsExactly("response.created", "response.queued", "response.in_progress");
        assertThat(events.stream()
                        .limit(3)
                        .map(event -> event.at("/response/status").stringValue()))
                .containsExactly("queued", "queued", "in_progress");
        assertThat(events.getLast().at("/response/background").booleanValue()).isTrue();
    }

    @Test
    void itIsTakenUpAgainAfterAnyEvent() {
        var events = responses.events(BODY);
        var path = "/responses/" + id(events);

        for (var after = -1; after < events.size(); after++) {
            var query = Map.of("stream", List.of("true"), "starting_after", List.of(String.valueOf(after)));
            assertThat(Responses.events(responses.get(path, query)))
                    .isEqualTo(events.subList(Math.min(events.size(), after + 1), events.size()));
        }
        assertThat(Responses.events(responses.get(path, Map.of("stream", List.of("true")))))
                .isEqualTo(events);
    }

    @Test
    void itIsStored() {
        var events = responses.events(BODY);

        assertThat(Responses.tree(responses.get("/responses/" + id(events), Map.of())))
                .isEqualTo(events.getLast().get("response"));
    }

    @Test
    void whatIsNotInTheBackgroundCannotBeTakenUp() {
        var id = responses
                .create("{\"model\":\"gpt-4o\",\"input\":\"Hi\"}")
                .get("id")
                .stringValue();
        var streamed = Map.of("stream", List.of("true"));

        assertThat(responses.get("/responses/" + id, streamed).status()).isEqualTo(400);
        assertThat(responses.get("/responses/resp_0", streamed).status()).isEqualTo(404);
        var wrong = Map.of("stream", List.of("true"), "starting_after", List.of("x"));
        assertThat(responses
                        .get("/responses/" + id(responses.events(BODY)), wrong)
                        .status())
                .isEqualTo(400);
    }

    private static String id(List<JsonNode> events) {
        return events.getFirst().at("/response/id").stringValue();
    }
}
