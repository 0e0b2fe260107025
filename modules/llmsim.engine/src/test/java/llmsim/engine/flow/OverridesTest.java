package llmsim.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.Operation;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Headers;
import llmsim.api.prompt.SimRequest;
import llmsim.engine.Incoming;
import llmsim.engine.configuration.ErrorSettings;
import llmsim.engine.configuration.LatencySettings;
import llmsim.engine.generate.RandomWords;
import llmsim.engine.generate.Sequence;
import llmsim.engine.latency.ProfileTable;
import llmsim.engine.override.Overriding;
import llmsim.engine.random.RunSeed;
import llmsim.engine.script.Script;
import llmsim.engine.script.ScriptSource;
import llmsim.engine.script.Scripts;
import llmsim.engine.script.SessionKey;
import llmsim.engine.script.Turn;
import llmsim.engine.source.GeneratorSource;
import llmsim.engine.trial.EventLines;
import llmsim.engine.trial.Reached;
import llmsim.engine.trial.Rig;
import llmsim.engine.trial.TrialAdapter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a call wants for itself, in {@code X-LLMSim-*} headers. */
class OverridesTest {
    private final EventLines lines = new EventLines();
    private final Operation asking = lines.generation(SimRequest.of("gpt-4o", "one two three"));

    private Rig rig() {
        return Rig.automatic(TrialAdapter.of(
                TrialAdapter.post("/x", asking),
                TrialAdapter.post("/free", Operation.Query.free(_ -> Answer.json(Bytes.ofUtf8("{}")))),
                new Endpoint(Call.Method.MESSAGE, "/x", "websocket", (_, _) -> asking)));
    }

    private Rig scripted() {
        var named = Map.of("talk", Script.of(Turn.assistant("first"), Turn.assistant("second")));
        var slow = Turn.assistant("usual").at(new LatencySettings.Custom(5000, 0, 0, 0));
        var scripts = new Scripts(Optional.of(Script.of(slow)), named, SessionKey.HEADER);
        return rig().sources(
                        new ScriptSource(scripts, ProfileTable.standard()), new GeneratorSource(new Sequence(), 5));
    }

    private static Reached call(Rig rig, String path, String... headers) {
        return rig.call(incoming(Call.Method.POST, path, headers));
    }

    private static Incoming incoming(Call.Method method, String path, String... headers) {
        var all = new LinkedHashMap<String, String>();
        for (var i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return new Incoming(method, path, Map.of(), Headers.of(all), Body.EMPTY);
    }

    @ParameterizedTest
    @CsvSource({
        "400, 400, INVALID_REQUEST",
        "401, 401, AUTHENTICATION",
        "403, 403, PERMISSION",
        "404, 404, NOT_FOUND",
        "408, 408, REQUEST_TIMEOUT",
        "409, 409, CONFLICT",
        "413, 413, TOO_LARGE",
        "422, 422, UNPROCESSABLE",
        "429, 429, RATE_LIMIT",
        "500, 500, SERVER_ERROR",
        "503, 503, UNAVAILABLE",
        "504, 504, TIMEOUT",
        "529, 529, OVERLOADED",
        "rate_limit, 429, RATE_LIMIT",
        "quota, 429, QUOTA",
        "overloaded, 529, OVERLOADED",
        "timeout, 504, TIMEOUT"
    })
    void anError(String fault, int status, String category) {
        var rig = rig();
        var reached = call(rig, "/x", "X-LLMSim-Fault", fault);

        assertThat(reached.status()).isEqualTo(status);
        assertThat(reached.body()).isEqualTo(category + "|");
        assertThat(rig.simulator().statistics().faults()).isEqualTo(Map.of(fault, 1L));
        assertThat(call(rig, "/x").status()).isEqualTo(200);
        assertThat(call(rig, "/free", "X-LLMSim-Fault", fault).status()).isEqualTo(status);
    }

    @Test
    void aBrokenStream() {
        var rig = rig();

        assertThat(call(rig, "/x", "X-LLMSim-Fault", "stream_error@0").status()).isEqualTo(500);
        assertThat(rig.simulator().statistics().faults()).isEqualTo(Map.of("stream_error", 1L));
    }

    @Test
    void aTimeoutByNameTakesItsTimeAndByStatusNone() {
        var rig = rig().errors(ErrorSettings.NONE.withTimeoutRate(0, Duration.ofSeconds(3)));

        assertThat(call(rig, "/x", "X-LLMSim-Fault", "timeout").endedAt()).hasSeconds(3);
        assertThat(call(rig, "/x", "X-LLMSim-Fault", "504").endedAt()).hasSeconds(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Falt; 500; There is no header X-LLMSim-falt; did you mean 'fault'? choices: session, script, generator,"
                        + " target-tokens, latency, seed, fault",
                "Fault; 399; X-LLMSim-Fault: there is no fault '399'",
                "Fault; rate-limit; X-LLMSim-Fault: there is no fault 'rate-limit'; did you mean 'rate_limit'?",
                "Fault; rset@12; X-LLMSim-Fault: there is no fault 'rset'; did you mean 'reset'?",
                "Fault; reset@x; X-LLMSim-Fault: the place must be a number of tokens",
                "Latency; instnt; X-LLMSim-Latency: unknown latency profile 'instnt'; did you mean 'instant'?",
                "Seed; x; X-LLMSim-Seed: must be a whole number, not 'x'",
                "Target-Tokens; 0; X-LLMSim-Target-Tokens: must be a whole number from 1 to 1000000, not '0'",
                "Generator; eco; X-LLMSim-Generator: unknown generator 'eco'",
                "Script; tolk; X-LLMSim-Script: there is no script 'tolk'; did you mean 'talk'? choices: talk"
            })
    void aWrongWishIsTheProviders400(String name, String value, String message) {
        var rig = scripted();
        var reached = call(rig, "/x", "X-LLMSim-" + name, value);

        assertThat(reached.status()).isEqualTo(400);
        assertThat(reached.body()).startsWith("INVALID_REQUEST|" + message);
        assertThat(rig.journal.only().problem()).isNotNull();
    }

    @Test
    void withoutScriptsNoneCanBeNamed() {
        assertThat(call(rig(), "/x", "X-LLMSim-Script", "talk").body()).endsWith("there are no named scripts");
    }

    @Test
    void aPace() {
        var rig = scripted();

        assertThat(call(rig, "/x", "X-LLMSim-Latency", "instant").endedAt()).isZero();
        assertThat(call(rig, "/x").endedAt()).hasSeconds(5);
    }

    @Test
    void aScriptWithItsSessions() {
        var rig = scripted();

        assertThat(call(rig, "/x", "X-LLMSim-Script", "talk").body()).contains("first");
        assertThat(call(rig, "/x", "X-LLMSim-Script", "talk", "X-LLMSim-Session", "s")
                        .body())
                .contains("first");
        assertThat(call(rig, "/x", "X-LLMSim-Script", "talk").body()).contains("second");
        assertThat(call(rig, "/x").body()).contains("usual");
    }

    @Test
    void aGeneratorAndALength() {
        var rig = scripted();

        assertThat(call(rig, "/x", "X-LLMSim-Generator", "echo").body()).contains("one two three");
        assertThat(call(rig, "/x", "X-LLMSim-Generator", "sequence").body()).contains("Text[text=1 2 3]");
        assertThat(call(rig, "/x", "X-LLMSim-Generator", "sequence", "X-LLMSim-Target-Tokens", "9")
                        .body())
                .contains("Text[text=1 2 3 4 5]");
    }

    @Test
    void aSeed() {
        var random = new GeneratorSource(new RandomWords(), 9);
        var rig = rig().sources(random).seed(RunSeed.of(OptionalLong.of(1)));
        var other = rig().sources(random).seed(RunSeed.of(OptionalLong.of(2)));
        var usual = said(call(rig, "/x"));

        assertThat(said(call(rig, "/x", "X-LLMSim-Seed", "2")))
                .isEqualTo(said(call(other, "/x")))
                .isNotEqualTo(usual);
        assertThat(said(call(rig, "/x"))).isEqualTo(usual);
    }

    private static String said(Reached reached) {
        return reached.body()
                .lines()
                .filter(line -> line.startsWith("PartDone"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatAHandshakeSaysHoldsForEveryMessage() {
        var rig = rig();
        try (var connection = rig.simulator().connect("trial")) {
            for (var i = 0; i < 2; i++) {
                var reached = new Reached(rig.clock);
                connection.handle(incoming(Call.Method.MESSAGE, "/x", "X-LLMSim-Fault", "overloaded"), reached);
                assertThat(reached.status()).isEqualTo(529);
            }
        }
    }

    @Test
    void turnedOffTheyAreNotRead() {
        var rig = scripted().overriding(Overriding.OFF);

        var reached = call(rig, "/x", "X-LLMSim-Fault", "500", "X-LLMSim-Nothing", "x", "X-LLMSim-Session", "s");
        assertThat(reached.body()).contains("usual");
        assertThat(rig.journal.only().exchange().caller().session()).isEmpty();
        assertThat(rig.journal.only().exchange().caller().overrides()).isEmpty();
    }

    @Test
    void aWrongCallIsToldBeforeItsError() {
        assertThat(call(rig(), "/nowhere", "X-LLMSim-Fault", "500").status()).isEqualTo(404);
    }
}
