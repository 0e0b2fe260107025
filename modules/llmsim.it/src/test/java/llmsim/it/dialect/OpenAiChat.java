package llmsim.it.dialect;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Answer;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Headers;
import llmsim.engine.Incoming;
import llmsim.engine.clock.VirtualClock;
import llmsim.server.InProcess;
import llmsim.server.LlmSim;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Chat completions of a simulator of its own. */
final class OpenAiChat implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final InProcess llm =
            LlmSim.builder().clock(VirtualClock.automatic()).targetTokens(12).inProcess();

    static JsonNode tree(String json) {
        return JSON.readTree(json);
    }

    /**
     * A whole answer.
     *
     * @param messages objects with commas between them
     * @param more further fields of the body, with commas between them
     */
    JsonNode answer(String messages, String more) {
        return tree(call(messages, more).body().toUtf8());
    }

    /** The first choice of a whole answer. */
    JsonNode choice(String messages, String more) {
        var answer = answer(messages, more);
        if (!answer.has("choices")) {
            throw new AssertionError(answer.toString());
        }
        return answer.at("/choices/0");
    }

    /** The chunks of a streamed answer. */
    List<JsonNode> stream(String messages, String more) {
        return call(messages, more + ",\"stream\":true")
                .body()
                .toUtf8()
                .lines()
                .filter(line -> line.startsWith("data: {"))
                .map(line -> tree(line.substring(6)))
                .toList();
    }

    /** The text of a stream. */
    String joined(List<JsonNode> chunks) {
        return chunks.stream()
                .map(chunk -> chunk.at("/choices/0/delta/content").asString(""))
                .collect(Collectors.joining());
    }

    private Answer call(String messages, String more) {
        var body = "{\"model\":\"gpt-4o\",\"messages\":[" + messages + "]," + more + "}";
        return llm.simulator()
                .call(
                        "openai",
                        new Incoming(
                                Call.Method.POST,
                                "/v1/chat/completions",
                                Map.of(),
                                Headers.NONE,
                                new Body.Raw("application/json", Bytes.ofUtf8(body))));
    }

    @Override
    public void close() {
        llm.close();
    }
}
