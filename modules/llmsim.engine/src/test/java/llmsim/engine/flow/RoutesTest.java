package llmsim.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import llmsim.api.dialect.Endpoint;
import llmsim.api.exchange.Call;
import org.junit.jupiter.api.Test;

class RoutesTest {
    private final Routes routes = new Routes(List.of(
            endpoint("/v1/chat/completions"),
            endpoint("/v1/chat/completions/{completion_id}"),
            endpoint("/v1beta/models/{model}:generateContent"),
            endpoint("/v1/threads/{thread_id}/messages/{message_id}")));

    @Test
    void bracesTakeASegmentEach() {
        assertThat(parameters("/v1/chat/completions/chatcmpl-1")).isEqualTo(Map.of("completion_id", "chatcmpl-1"));
        assertThat(parameters("/v1/threads/a/messages/b")).isEqualTo(Map.of("thread_id", "a", "message_id", "b"));
        assertThat(routes.at("/v1/chat/completions/a/b")).isEmpty();
    }

    @Test
    void aBraceBeforeAColonTakesThePartBeforeIt() {
        assertThat(parameters("/v1beta/models/gemini:x:generateContent")).isEqualTo(Map.of("model", "gemini:x"));
        assertThat(routes.at("/v1beta/models/gemini:countTokens")).isEmpty();
    }

    @Test
    void anExactPathGoesFirst() {
        assertThat(parameters("/v1/chat/completions")).isEmpty();
    }

    private Map<String, String> parameters(String path) {
        return routes.at(path).getFirst().parameters();
    }

    private static Endpoint endpoint(String path) {
        return new Endpoint(Call.Method.GET, path, "test", (_, _) -> {
            throw new UnsupportedOperationException("not called");
        });
    }
}
