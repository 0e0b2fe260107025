package llmsim.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import llmsim.api.problem.Period;
import llmsim.api.problem.ProblemException;
import llmsim.api.problem.Quantity;
import llmsim.api.prompt.SimRequest;
import llmsim.api.reply.ReplyEvent;
import llmsim.engine.Resettable;
import llmsim.engine.clock.VirtualClock;
import llmsim.engine.configuration.Breakage;
import llmsim.engine.configuration.ErrorSettings;
import llmsim.engine.configuration.LimitScope;
import llmsim.engine.configuration.LimitSettings;
import llmsim.engine.configuration.RateLimit;
import llmsim.engine.configuration.StreamFault;
import llmsim.engine.configuration.StreamFaults;
import llmsim.engine.incident.Effect;
import llmsim.engine.incident.Incident;
import llmsim.engine.match.Match;
import llmsim.engine.mock.Mock;
import llmsim.engine.mock.Response;
import llmsim.engine.script.Script;
import llmsim.engine.script.Turn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program changes what it runs by what the builder says. */
class LlmSimChangeTest {
    private static final RateLimit ONE = new RateLimit(Quantity.REQUESTS, Period.MINUTE, 1);
    private static final RateLimit MANY = new RateLimit(Quantity.TOKENS, Period.DAY, RateLimit.MOST);

    private final VirtualClock clock = VirtualClock.automatic();

    @TempDir
    Path folder;

    @Test
    void objectsAndSettingsChangeTogether() {
        try (var llm = LlmSim.builder().clock(clock).generator("fixed:one").inProcess()) {
            assertThat(said(llm)).isEqualTo("one");

            llm.change(change -> change.latency("instant").mocks(List.of(Mock.of(Match.ANY, Response.text("mock")))));
            assertThat(said(llm)).isEqualTo("mock");
            llm.change(change -> change.mocks(List.of()).script(Script.of(Turn.assistant("a"), Turn.assistant("b"))));
            assertThat(said(llm)).isEqualTo("a");
            llm.change(change -> change.targetTokens(9));
            assertThat(said(llm)).isEqualTo("b");
            llm.reset(Resettable.CURSORS, Resettable.STATISTICS);
            assertThat(said(llm)).isEqualTo("a");
            assertThat(llm.statistics().totalRequests()).isEqualTo(1);
        }
    }

    @Test
    void limitsTakeThePlaceOfThoseOfTheFile() throws IOException {
        var file = Files.writeString(
                folder.resolve("x.yaml"),
                "limits: {requests_per_minute: 1, models: {gpt-5: {requests_per_day: 1}}, all: {requests_per_day: 1}}");
        var wide = new LimitSettings(
                List.of(),
                java.util.Set.of(LimitScope.KEY),
                List.of(),
                Map.of("o3", List.of(ONE), "gpt-5*", List.of(MANY)),
                List.of(MANY),
                OptionalDouble.of(5));
        try (var llm = LlmSim.builder().clock(clock).configuration(file).inProcess();
                var begun = LlmSim.builder()
                        .clock(clock)
                        .configuration(file)
                        .limits(wide)
                        .inProcess()) {
            said(llm);
            assertThatThrownBy(() -> said(llm)).isInstanceOf(ProblemException.class);
            llm.change(change -> change.limits(wide));
            for (var i = 0; i < 3; i++) {
                assertThat(said(llm)).isNotEmpty();
                assertThat(said(begun)).isNotEmpty();
            }
            llm.change(change -> change.limits(LimitSettings.NONE));
            assertThat(said(llm)).isNotEmpty();
        }
    }

    @Test
    void whatIsSaidComesBackAsItWas() {
        var limits = new LimitSettings(
                List.of("openai-tier-1"),
                java.util.Set.of(),
                List.of(ONE),
                Map.of("o3", List.of(ONE)),
                List.of(MANY),
                OptionalDouble.of(0.0001));
        var faults = StreamFaults.of(
                new StreamFaults.Chance(StreamFault.of(Breakage.RESET), 0.0001, List.of("gpt-*"), List.of("openai")));
        var engine = LlmSim.builder()
                .limits(limits)
                .streamFaults(faults)
                .setup()
                .configuration()
                .engine();

        assertThat(engine.limits()).isEqualTo(limits);
        assertThat(engine.streamFaults()).isEqualTo(faults);
    }

    @Test
    void incidentsOfTheProgramBeginWithTheChange() {
        var out = Incident.of("out", Duration.ofSeconds(1), Duration.ofSeconds(5), Effect.OUTAGE);
        try (var llm = LlmSim.builder().clock(clock).latency("instant").inProcess()) {
            clock.advance(Duration.ofSeconds(100));
            llm.change(change -> change.incidents(List.of(out)).errors(ErrorSettings.NONE));
            assertThat(llm.statistics().activeIncidents()).isEmpty();
            clock.advance(Duration.ofSeconds(2));
            assertThat(llm.statistics().activeIncidents()).containsExactly("out");
        }
    }

    @Test
    void whatCanBeSaidAtTheStartOnlyChangesNothing() {
        try (var llm = LlmSim.builder().clock(clock).generator("fixed:one").inProcess()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> llm.change(change ->
                            change.generator("fixed:two").port(1).script(folder).latency("fst")))
                    .withMessageContainingAll(
                            "server.port cannot be changed while llmsim runs",
                            "response.script_path cannot be changed",
                            "did you mean 'fast'");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> llm.change(change -> change.clock(clock).configuration(folder)))
                    .withMessage("cannot be changed while llmsim runs: clock(clock), configuration(file)");
            assertThat(said(llm)).isEqualTo("one");
        }
    }

    @Test
    void aDrainedSimulatorAdmitsNothing() {
        try (var llm = LlmSim.builder().clock(clock).inProcess()) {
            llm.drain();
            assertThatThrownBy(() -> said(llm)).isInstanceOf(ProblemException.class);
            llm.undrain();
            assertThat(said(llm)).isNotEmpty();
        }
    }

    private static String said(InProcess llm) {
        var text = new StringBuilder();
        llm.simulator().ask(SimRequest.of("gpt-5", "Hi"), event -> {
            if (event instanceof ReplyEvent.TextDelta delta) {
                text.append(delta.text());
            }
        });
        return text.toString();
    }
}
