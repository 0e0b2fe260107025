package llmsim.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.Operation;
import llmsim.api.dialect.ProviderFacts;
import llmsim.api.exchange.Call;
import llmsim.api.problem.Problem;
import llmsim.api.prompt.Prompt;
import llmsim.api.prompt.SimRequest;
import llmsim.api.reply.Completion;
import llmsim.api.spi.GenerationContext;
import llmsim.api.spi.ProviderAdapter;
import llmsim.api.spi.ResponseGenerator;
import llmsim.engine.clock.VirtualClock;
import llmsim.engine.configuration.CapacitySettings;
import llmsim.engine.configuration.ErrorSettings;
import llmsim.engine.configuration.JournalSettings;
import llmsim.engine.configuration.ModelCapacity;
import llmsim.engine.configuration.ReasoningTime;
import llmsim.engine.configuration.TimingSettings;
import llmsim.engine.configuration.ToolUse;
import llmsim.engine.mock.Mocks.OnNoMatch;
import llmsim.engine.script.OnExhausted;
import llmsim.engine.script.Script;
import llmsim.engine.script.SessionKey;
import llmsim.engine.script.Turn;
import llmsim.server.plugins.TinyJar;
import llmsim.server.settings.EngineRows;
import llmsim.server.settings.ServerRows;
import llmsim.server.settings.Setting;
import llmsim.server.settings.SettingsTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Embedding: a server or an in-process simulator from a few calls. */
class LlmSimTest {
    @TempDir
    Path folder;

    @Test
    void aProgramSaysWhichRequestsFail() {
        var errors = ErrorSettings.NONE.withOverloadedRate(0.25).withTimeoutRate(0.5, Duration.ofSeconds(2));
        var setup =
                LlmSim.builder().set("errors.preset", "chaos").errors(errors).setup();

        assertThat(setup.configuration().engine().errors()).isEqualTo(errors);
    }

    @Test
    void aServerRunsOnAnyPortUntilItIsClosed() throws IOException {
        URI hello;
        try (var llm = LlmSim.builder().port(0).adapter(new Tiny()).start()) {
            assertThat(llm.port()).isPositive();
            assertThat(llm.baseUri("tiny")).isEqualTo(URI.create("http://localhost:" + llm.port() + "/tiny/v7"));
            hello = URI.create(llm.baseUri("tiny") + "/hello");

            assertThat(get(hello)).isEqualTo("\"hello\"");
            assertThat(get(llm.uri().resolve("/llmsim/stats"))).contains("\"total_requests\":1", "\"avg_latency_ms\":");
            assertThat(llm.statistics().totalRequests()).isEqualTo(1);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> llm.baseUri("tyni"))
                    .withMessage("the provider 'tyni' is not served; choices: tiny");
        }
        assertThatThrownBy(() -> get(hello)).isInstanceOf(IOException.class);
    }

    @Test
    void whoHasItsAnswerFindsItCounted() throws IOException {
        try (var llm = LlmSim.builder().port(0).adapter(new Tiny()).start()) {
            for (var asked = 1; asked <= 100; asked++) {
                get(URI.create(llm.baseUri("tiny") + "/hello"));
                assertThat(get(llm.uri().resolve("/llmsim/stats")))
                        .contains("\"completed_requests\":" + asked + ",", "\"active_requests\":0,");
            }
            assertThat(llm.awaitIdle(Duration.ofSeconds(30))).isTrue();
        }
    }

    @Test
    void awaitsThatNothingIsActive() throws Exception {
        var clock = VirtualClock.manual();
        try (var llm = LlmSim.builder().clock(clock).timeToFirstToken(1000, 0).inProcess()) {
            assertThat(llm.awaitIdle(Duration.ZERO)).isTrue();
            var asking = Thread.ofVirtual().start(() -> llm.simulator().ask(SimRequest.of("gpt-4o", "Hi"), _ -> {}));
            while (llm.statistics().activeRequests() == 0) {
                Thread.onSpinWait();
            }
            assertThat(llm.awaitIdle(Duration.ofMillis(1))).isFalse();

            var idle = new CompletableFuture<Boolean>();
            Thread.ofVirtual().start(() -> idle.complete(llm.awaitIdle(Duration.ofSeconds(30))));
            while (asking.isAlive()) {
                clock.advance(Duration.ofSeconds(100));
            }
            assertThat(idle.get()).isTrue();
        }
    }

    @Test
    void aTakenPortIsSaidAndNothingIsLeft() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var builder = LlmSim.builder().host("127.0.0.1").port(taken.getLocalPort());

            assertThatThrownBy(builder::start).hasMessageStartingWith("Cannot listen on 127.0.0.1:");
        }
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        var builder = LlmSim.builder().port(-1).latency("fats").set("seeed", "1");

        assertThatIllegalArgumentException()
                .isThrownBy(builder::inProcess)
                .withMessageContaining("server.port: must be a whole number from 0 to 65535, not '-1'")
                .withMessageContaining("latency.profile: unknown latency profile 'fats'; did you mean 'fast'?")
                .withMessageContaining("seeed: unknown key 'seeed'; did you mean 'seed'?");
    }

    @Test
    void aSeedIsTheOneGivenOrOneThatWasDrawn() {
        try (var given = LlmSim.builder().seed(7).inProcess();
                var drawn = LlmSim.builder().inProcess()) {
            assertThat(given.seed()).isEqualTo(7);
            assertThat(drawn.seed()).isPositive();
        }
    }

    @Test
    void whatIsSaidInCodeWinsOverTheFile() throws IOException {
        var file = Files.writeString(folder.resolve("llmsim.yaml"), "seed: 1\nresponse: {generator: echo}\n");

        try (var llm = LlmSim.builder().configuration(file).seed(2).inProcess()) {
            assertThat(llm.seed()).isEqualTo(2);
        }
    }

    @Test
    void aGeneratorOfAPluginCanBeChosenAndSet() throws IOException {
        new TinyJar()
                .generator("shout", "Shout", "\"shout\"")
                .source("shout/Shout.java", """
                        package shout;
                        import llmsim.api.prompt.Prompt;
                        import llmsim.api.reply.Completion;
                        import llmsim.api.settings.Settings;
                        import llmsim.api.spi.GenerationContext;
                        import llmsim.api.spi.ResponseGenerator;
                        public record Shout(long marks) implements ResponseGenerator {
                            public Shout() { this(1); }
                            public String name() { return "shout"; }
                            public ResponseGenerator configured(Settings settings) {
                                var marks = settings.integer("marks").orElse(1);
                                if (marks > 9) { throw settings.invalid("marks", "at most 9"); }
                                return new Shout(marks);
                            }
                            public Completion generate(Prompt prompt, GenerationContext context) {
                                return Completion.text(prompt.lastUserText() + "!".repeat((int) marks));
                            }
                        }
                        """)
                .offers("shout.Shout")
                .write(folder.resolve("shout.jar"));
        var builder = LlmSim.builder().plugins(folder).generator("shout");

        builder.set("plugins.generators.shout.marks", "3").inProcess().close();

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        builder.set("plugins.generators.shout.marks", "10").inProcess())
                .withMessageContaining("marks must be at most 9, not '10'");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> LlmSim.builder().plugins(folder).generator("shot").inProcess())
                .withMessageContaining("unknown generator 'shot'; did you mean 'shout'?")
                .withMessageContaining("shout (" + folder.resolve("shout.jar") + ")");
    }

    @Test
    void aPluginMayNotTakeTheNameOfAProfileThatComesWithLlmsim() throws IOException {
        new TinyJar()
                .source("quick/Quick.java", """
                        package quick;
                        import llmsim.api.spi.*;
                        public class Quick implements LatencyProfile {
                            public String name() { return "fast"; }
                            public Pacing pace(PacingContext context) { return null; }
                        }
                        """)
                .file("META-INF/services/llmsim.api.spi.LatencyProfile", "quick.Quick")
                .write(folder.resolve("quick.jar"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> LlmSim.builder().plugins(folder).inProcess())
                .withMessage("extensions: the latency profile 'fast' is there 2 times: quick.Quick of "
                        + folder.resolve("quick.jar") + ", and fast of llmsim.engine; take the first one away");
    }

    @Test
    void whatWasLeftOutIsSaidBesideWhatIsMissing() throws IOException {
        Files.writeString(folder.resolve("shout.jar"), "no zip");

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        LlmSim.builder().plugins(folder).generator("shout").inProcess())
                .withMessageContaining("response.generator: unknown generator 'shout'; choices: ")
                .withMessageContaining("plugins: " + folder.resolve("shout.jar") + " is left out: ");
    }

    @Test
    void everyConflictIsSaid() throws IOException {
        for (var jar : List.of("a", "b")) {
            new TinyJar()
                    .generator("one", "One", "\"one\"")
                    .generator("two", "Two", "\"two\"")
                    .offers("one.One", "two.Two")
                    .write(folder.resolve(jar + ".jar"));
        }

        assertThatIllegalArgumentException()
                .isThrownBy(() -> LlmSim.builder().plugins(folder).inProcess())
                .withMessageContaining("the generator 'one' is there 2 times")
                .withMessageContaining("the generator 'two' is there 2 times");
    }

    @Test
    void theClockCanBeTheTests() {
        var clock = VirtualClock.manual();

        try (var llm = LlmSim.builder().clock(clock).inProcess()) {
            assertThat(llm.simulator().clock()).isSameAs(clock);
        }
    }

    @Test
    void anOwnGeneratorAnswersUnlessAnotherIsNamed() {
        try (var llm = LlmSim.builder().generator(new Own()).inProcess()) {
            assertThat(llm.simulator().behaviour().sources().toString()).contains("Own");
        }
        try (var llm = LlmSim.builder().generator(new Own()).generator("echo").inProcess()) {
            assertThat(llm.simulator().behaviour().sources().toString()).doesNotContain("Own");
        }
    }

    /** The log is the embedding program's own, so are mocks as values, and settings of extensions have names that only the extensions know. */
    @Test
    void whateverTheFileCanSayHasAMethod() throws IOException {
        var script = Files.writeString(folder.resolve("script.yaml"), "turns: [{type: error, kind: timeout}]");
        var values = LlmSim.builder()
                .port(1)
                .host("localhost")
                .maxBodyBytes(2)
                .maxBufferedBytes(3)
                .maxConnections(3)
                .maxWebSocketConnections(4)
                .webSocketLifetime(Duration.ofMillis(5))
                .headerTimeout(Duration.ofMillis(4))
                .bodyTimeout(Duration.ofMillis(5))
                .idleTimeout(Duration.ofMillis(6))
                .writeTimeout(Duration.ofMillis(7))
                .shutdownGrace(Duration.ofMillis(8))
                .corsOrigin("none")
                .latency("fast")
                .timeToFirstToken(9, 10)
                .timeBetweenTokens(11, 12)
                .timing(TimingSettings.DEFAULT.withSpeed(2).withModels("gpt-3.5*", "fast"))
                .capacity(new CapacitySettings(
                        ModelCapacity.of(3, 4).withWhenFull(ModelCapacity.WhenFull.OVERLOADED),
                        Map.of("gpt-3.5*", ModelCapacity.of(1, 0).withSlowdown(2))))
                .reasoningTime(ReasoningTime.PER_TOKEN)
                .generator("fixed:a, b")
                .targetTokens(13)
                .tools(ToolUse.ALWAYS)
                .seed(14)
                .models(List.of("gpt-5", "o3"))
                .strictModels(true)
                .tokenizer("jtokkit")
                .store("memory")
                .storeBounds(15, 16)
                .apiKeys(List.of("sk-secret"))
                .adminToken("secret")
                .errors(ErrorSettings.CHAOS)
                .allowRequestOverrides(false)
                .metrics(new MetricsSettings(true))
                .plugins(folder)
                .script(script)
                .namedScript("own", script)
                .scripts(Files.createDirectory(folder.resolve("scripts")))
                .scriptSessions(SessionKey.API_KEY)
                .mocks(Files.writeString(folder.resolve("mocks.yaml"), "[]"))
                .onNoMatch(OnNoMatch.ERROR)
                .journal(new JournalSettings(17, 18, 19))
                .setup()
                .values();

        assertThat(SettingsTable.ALL)
                .filteredOn(setting -> !values.isSet(setting))
                // limits(LimitSettings) says these together.
                .filteredOn(setting -> !setting.key().startsWith("limits."))
                .extracting(Setting::key)
                .containsExactlyInAnyOrder(
                        "server.tls.certificate",
                        "server.tls.private_key",
                        "latency.profiles",
                        "faults",
                        "incidents",
                        "scripts.inline",
                        "mocks",
                        "log.format",
                        "log.levels",
                        "log.requests_per_second",
                        "log.prompts",
                        "log.level",
                        "plugins.generators",
                        "plugins.profiles",
                        "plugins.providers",
                        "plugins.tokenizers",
                        "plugins.stores");
        assertThat(SettingsTable.ALL)
                .noneMatch(setting -> values.written(setting).contains("sk-"));
        assertThat(values.get(EngineRows.TOOLS)).isEqualTo(ToolUse.ALWAYS);
        assertThat(values.written(EngineRows.TTFT_STDDEV)).isEqualTo("10.0");
        assertThat(values.get(EngineRows.AVAILABLE)).containsExactly("gpt-5", "o3");
        assertThat(values.get(ServerRows.SHUTDOWN_GRACE)).isEqualTo(Duration.ofMillis(8));
    }

    @Test
    void aScriptOfTheProgramsOwnGoesBeforeAFile() throws IOException {
        var file = Files.writeString(folder.resolve("file.yaml"), "turns: [{type: error, kind: timeout}]");
        var own = Script.of(Turn.assistant("mine")).then(OnExhausted.LOOP);
        var builder =
                LlmSim.builder().script(file).script(own).namedScript("a", own).namedScript("b", file);

        var scripts = builder.setup().scripts();

        assertThat(scripts.usual()).contains(own);
        assertThat(scripts.named()).containsEntry("a", own).containsOnlyKeys("a", "b");
        assertThat(builder.script(file).setup().scripts().usual())
                .isEqualTo(java.util.Optional.of(scripts.named().get("b")));
    }

    @Test
    void aScriptThatIsNotRightStopsTheStart() throws IOException {
        var file = Files.writeString(folder.resolve("a.json"), "{\"turns\": [{\"type\": \"asistant\"}]}");
        Files.writeString(folder.resolve("a.yaml"), "turns: [");

        assertThatIllegalArgumentException()
                .isThrownBy(LlmSim.builder().script(file).scripts(folder)::start)
                .withMessageContaining(file + ":1:21: turns[0].type must be one of the choices")
                .withMessageContaining(
                        folder.resolve("a.yaml") + ": the script 'a' is there twice; the other one is " + file);
        assertThatIllegalArgumentException()
                .isThrownBy(LlmSim.builder().scripts(folder.resolve("none"))::start)
                .withMessage(folder.resolve("none") + ": there is no such folder");
        assertThatIllegalArgumentException()
                .isThrownBy(LlmSim.builder().namedScript("a", folder.resolve("none.json"))::start)
                .withMessage(folder.resolve("none.json") + ": there is no such file");
    }

    @Test
    void reasoningTakesTimeIfItShall() {
        try (var llm = LlmSim.builder().inProcess();
                var thinking =
                        LlmSim.builder().reasoningTime(ReasoningTime.PER_TOKEN).inProcess()) {
            assertThat(llm.simulator().behaviour().reasoningTakesTime()).isFalse();
            assertThat(thinking.simulator().behaviour().reasoningTakesTime()).isTrue();
        }
    }

    private record Own() implements ResponseGenerator {
        @Override
        public String name() {
            return "own";
        }

        @Override
        public Completion generate(Prompt prompt, GenerationContext context) {
            return Completion.text("mine");
        }
    }

    /** An adapter of one path. */
    private record Tiny() implements ProviderAdapter {
        @Override
        public String name() {
            return "tiny";
        }

        @Override
        public ProviderFacts facts() {
            return new ProviderFacts("/v7", "req_", List.of(), List.of(), false);
        }

        @Override
        public List<Endpoint> endpoints() {
            return List.of(new Endpoint(
                    Call.Method.GET,
                    "/v7/hello",
                    "hello",
                    (_, _) -> Operation.Query.free(_ -> Answer.json(Bytes.ofUtf8("\"hello\"")))));
        }

        @Override
        public Answer explain(Problem problem, Call call) {
            return Answer.json(problem.category().usualStatus(), Bytes.ofUtf8("{}"));
        }
    }

    private static String get(URI uri) throws IOException {
        try (var in = uri.toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
