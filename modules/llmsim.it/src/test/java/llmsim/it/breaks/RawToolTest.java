package llmsim.it.breaks;

import static llmsim.it.breaks.Frame.messages;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import llmsim.engine.script.ScriptedCall;
import llmsim.engine.script.Turn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The fault of a tool call's index as it is on the wire: byte by byte as the answer without it, but for one digit. */
class RawToolTest {
    private static final String FAULT = "wrong_tool_index@2";
    private static final String CHAT =
            "{\"model\":\"gpt-4o\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";
    private static final String RESPONSE = "{\"model\":\"gpt-4o\",\"stream\":true,\"input\":\"Hi\"}";
    private static final String CREATE = "{\"type\":\"response.create\",\"model\":\"gpt-4o\",\"input\":\"Hi\"}";

    private static Faulty faulty;

    @BeforeAll
    static void start() {
        var arguments = JsonMapper.shared().readTree("{\"city\":\"Lisbon\",\"days\":[1,2,3]}");
        var call = ScriptedCall.of("forecast", arguments).withId("call_1");
        faulty = Faulty.with(Turn.toolCalls(call), UnaryOperator.identity(), FAULT);
    }

    @AfterAll
    static void stop() {
        faulty.close();
    }

    @Test
    void aPieceOfACallInAChatHasTheNextIndex() throws Exception {
        onePieceDiffers(
                events("/openai/v1/chat/completions", CHAT, "none"),
                events("/openai/v1/chat/completions", CHAT, FAULT),
                "\"tool_calls\":[{\"index\":");
    }

    @Test
    void aPieceOfACallInAResponseHasTheNextIndex() throws Exception {
        onePieceDiffers(
                events("/openai/v1/responses", RESPONSE, "none"),
                events("/openai/v1/responses", RESPONSE, FAULT),
                "\"output_index\":");
    }

    @Test
    void soHasOneOverAWebSocket() throws Exception {
        onePieceDiffers(overWebSocket("none"), overWebSocket(FAULT), "\"output_index\":");
    }

    private static List<String> events(String path, String body, String fault) throws Exception {
        try (var wire = Wire.to(faulty.llm())) {
            return Faulty.chunks(Faulty.post(wire, path, body, fault).body());
        }
    }

    private static List<String> overWebSocket(String fault) throws Exception {
        try (var wire = Wire.to(faulty.llm()).upgrade("/openai/v1/responses", Faulty.script(fault))) {
            return messages(wire.text(CREATE), Integer.MAX_VALUE);
        }
    }

    private static void onePieceDiffers(List<String> plain, List<String> broken, String index) {
        assertThat(broken).hasSameSizeAs(plain);
        var different = 0;
        for (var i = 0; i < plain.size(); i++) {
            if (!plain.get(i).equals(broken.get(i))) {
                different++;
                assertThat(plain.get(i)).contains(index + "0");
                assertThat(broken.get(i)).isEqualTo(plain.get(i).replace(index + "0", index + "1"));
            }
        }
        assertThat(different).isEqualTo(1);
    }
}
