package llmsim.it.breaks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import llmsim.api.exchange.Caller;
import llmsim.engine.clock.VirtualClock;
import llmsim.engine.script.Script;
import llmsim.engine.script.Turn;
import llmsim.server.LlmSim;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules F20 to F25 over real sockets: what one call wants for itself, in {@code X-LLMSim-*} headers. Time costs nothing. */
class OverridesOverHttpTest {
    private static final String FAULT = "X-LLMSim-Fault";
    private static final String MODEL = "gpt-4o";

    private final VirtualClock clock = VirtualClock.automatic();
    private final OverHttp over = serve(clock, true);

    private static OverHttp serve(VirtualClock clock, boolean allowed) {
        return OverHttp.of(LlmSim.builder()
                .clock(clock)
                .seed(1)
                .timeToFirstToken(250, 0)
                .timeBetweenTokens(0, 0)
                .set("errors.timeout_after_ms", "3000")
                .allowRequestOverrides(allowed)
                .script(Script.of(Turn.assistant("the usual script says this")))
                .namedScript("talk", Script.of(Turn.assistant("first"), Turn.assistant("second"))));
    }

    @AfterEach
    void close() {
        over.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 413, 418, 422, 429, 500, 503, 504, 529, 599})
    void aStatusIsWhatTheClientGets(int status) throws Exception {
        var refused = over.chat(MODEL, FAULT, String.valueOf(status));

        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(OverHttp.json(refused).at("/error/message").asString("")).isNotBlank();
        assertThat(over.get("/openai/v1/models", FAULT, String.valueOf(status)).statusCode())
                .isEqualTo(status);
        assertThat(over.chat(MODEL).statusCode()).isEqualTo(200);
        assertThat(over.statistics().path("faults").path(String.valueOf(status)).asLong())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "rate_limit, 429, rate_limit_exceeded",
        "quota, 429, insufficient_quota",
        "overloaded, 503, server_is_overloaded",
        "unavailable, 503, server_is_overloaded",
        "auth_error, 401, invalid_api_key"
    })
    void anErrorHasTheProvidersStatusAndCode(String name, int status, String code) throws Exception {
        var refused = over.chat(MODEL, FAULT, name);

        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(OverHttp.json(refused).at("/error/code").asString("")).isEqualTo(code);
        assertThat(refused.headers().firstValue("retry-after").isPresent())
                .isEqualTo(name.equals("rate_limit") || name.equals("unavailable"));
    }

    @Test
    void aTimeOutTakesItsTime() throws Exception {
        var begin = clock.nanoTime();

        assertThat(over.chat(MODEL, FAULT, "timeout").statusCode()).isEqualTo(504);
        assertThat(Duration.ofNanos(clock.nanoTime() - begin)).hasSeconds(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "openresponses"})
    void aTimeOutInTheBackgroundIsThatOfTheResponse(String provider) throws Exception {
        var path = "/" + provider + "/v1/responses";
        var receipt = over.post(path, "{\"model\":\"gpt-4o\",\"input\":\"Hi\",\"background\":true}", FAULT, "timeout");
        assertThat(receipt.statusCode()).isEqualTo(200);
        assertThat(OverHttp.json(receipt).path("status").asString("")).isEqualTo("queued");
        assertThat(over.llm().awaitIdle(Duration.ofMinutes(1))).isTrue();

        var id = OverHttp.json(receipt).path("id").asString("");
        var response = OverHttp.json(over.get(path + "/" + id));
        assertThat(response.path("status").asString("")).isEqualTo("failed");
        assertThat(response.at("/error/message").asString("")).isNotBlank();
        assertThat(over.statistics().path("faults").path("timeout").asLong()).isEqualTo(1);
    }

    @Test
    void aStreamBreaksAsItIsAskedTo() throws Exception {
        assertThat(over.chatStream(MODEL).body()).contains("[DONE]", "\"finish_reason\":\"stop\"");
        assertThat(over.chatStream(MODEL, FAULT, "missing_end").body()).doesNotContain("[DONE]");
        assertThat(over.chatStream(MODEL, FAULT, "truncated@2").body())
                .contains("\"content\":\"the\"")
                .doesNotContain("\"finish_reason\":\"stop\"");
        assertThatThrownBy(() -> over.chatStream(MODEL, FAULT, "reset@0")).isInstanceOf(IOException.class);
        assertThat(over.chat(MODEL, FAULT, "stream_error@0").statusCode()).isEqualTo(500);
    }

    @Test
    void aPace() throws Exception {
        var begin = clock.nanoTime();
        over.chat(MODEL, "X-LLMSim-Latency", "instant");
        assertThat(clock.nanoTime()).isEqualTo(begin);
        over.chat(MODEL);
        assertThat(Duration.ofNanos(clock.nanoTime() - begin)).hasMillis(250);
    }

    @Test
    void aSeed() throws Exception {
        assertThat(random("7")).isEqualTo(random("7")).isNotEqualTo(random("8"));
    }

    private String random(String seed) throws Exception {
        return OverHttp.said(over.chat(MODEL, "X-LLMSim-Seed", seed, "X-LLMSim-Generator", "random"));
    }

    @Test
    void aScriptInItsSession() throws Exception {
        assertThat(scripted("one")).isEqualTo("first");
        assertThat(scripted("two")).isEqualTo("first");
        assertThat(scripted("one")).isEqualTo("second");
        assertThat(OverHttp.said(over.chat(MODEL))).isEqualTo("the usual script says this");
    }

    private String scripted(String session) throws Exception {
        return OverHttp.said(over.chat(MODEL, "X-LLMSim-Script", "talk", "X-LLMSim-Session", session));
    }

    @Test
    void aGeneratorAndALength() throws Exception {
        assertThat(OverHttp.said(over.chat(MODEL, "X-LLMSim-Generator", "fixed:Hello there")))
                .isEqualTo("Hello there");
        var seven = over.chat(MODEL, "X-LLMSim-Generator", "lorem", "X-LLMSim-Target-Tokens", "7");
        assertThat(OverHttp.json(seven).at("/usage/completion_tokens").asLong()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Falt; 500; There is no header X-LLMSim-falt; did you mean 'fault'? choices: session, script,",
                "Fault; 399; X-LLMSim-Fault: there is no fault '399'",
                "Fault; rset@12; did you mean 'reset'? choices: rate_limit,",
                "Fault; reset@x; the place must be a number of tokens (12), a share of them (50%) or a time",
                "Latency; instnt; unknown latency profile 'instnt'; did you mean 'instant'? choices:",
                "Seed; x; X-LLMSim-Seed: must be a whole number, not 'x'",
                "Target-Tokens; 0; X-LLMSim-Target-Tokens: must be a whole number from 1 to 1000000, not '0'",
                "Generator; eco; X-LLMSim-Generator: unknown generator 'eco'; did you mean 'echo'? choices:",
                "Script; tolk; X-LLMSim-Script: there is no script 'tolk'; did you mean 'talk'? choices: talk"
            })
    void aWrongValueIsA400ThatListsTheChoices(String header, String value, String message) throws Exception {
        for (var path : new String[] {OverHttp.CHAT, "/openresponses/v1/responses"}) {
            var body = path.equals(OverHttp.CHAT)
                    ? OverHttp.chatBody(MODEL, "Hi", true)
                    : "{\"model\":\"gpt-4o\",\"input\":\"Hi\"}";
            var refused = over.post(path, body, "X-LLMSim-" + header, value);

            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(OverHttp.json(refused).at("/error/message").asString("")).contains(message);
        }
        assertThat(over.statistics().path("faults")).isEmpty();
    }

    @Test
    void aWrongValueMovesNoScript() throws Exception {
        over.chat(MODEL, "X-LLMSim-Script", "talk", "X-LLMSim-Session", "one", "X-LLMSim-Seed", "x");

        assertThat(scripted("one")).isEqualTo("first");
    }

    @Test
    void turnedOffTheyAreNotRead() throws Exception {
        var time = VirtualClock.automatic();
        try (var off = serve(time, false)) {
            var wishes = Map.of("Fault", "500", "Latency", "instnt", "Script", "talk", "Nothing", "x");
            for (var wish : wishes.entrySet()) {
                var begin = time.nanoTime();
                var answer = off.chat(MODEL, "X-LLMSim-" + wish.getKey(), wish.getValue(), "X-LLMSim-Session", "s");

                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(OverHttp.said(answer)).isEqualTo("the usual script says this");
                assertThat(Duration.ofNanos(time.nanoTime() - begin)).hasMillis(250);
            }
            assertThat(off.statistics().path("faults")).isEmpty();
            assertThat(off.llm().requests().requests())
                    .allMatch(each -> each.exchange().caller().equals(Caller.ANONYMOUS));
        }
    }

    @Test
    void whatAHandshakeSaysHoldsForEveryMessage() throws Exception {
        try (var talk = over.talk(FAULT, "429")) {
            for (var i = 0; i < 2; i++) {
                var refused = talk.ask("Hi");
                assertThat(refused).hasSize(1);
                assertThat(refused.getFirst().toString()).contains("rate_limit_exceeded");
            }
        }
        try (var talk = over.talk("X-LLMSim-Generator", "fixed:Hello there")) {
            assertThat(talk.ask("Hi").getLast().toString()).contains("Hello there");
        }
    }
}
