package llmsim.server.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import llmsim.api.prompt.SimRequest;
import llmsim.api.reply.ReplyEvent;
import llmsim.engine.Resettable;
import llmsim.engine.clock.VirtualClock;
import llmsim.server.admin.Administered.Source;
import llmsim.server.admin.Administered.UsedScript;
import llmsim.server.admin.ConfigurationTexts;
import llmsim.server.document.ConfigurationException;
import llmsim.server.document.Document;
import llmsim.server.document.Limits;
import llmsim.server.document.Origin;
import llmsim.server.document.Raw;
import llmsim.server.settings.EngineRows;
import llmsim.server.settings.Sources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes of a simulator that runs, on the virtual clock. */
class ChangeTest {
    private static final String TWO_TURNS =
            "{turns: [{type: assistant, text: a}, {type: assistant, text: b}, {type: assistant, text: c}]}";

    private final VirtualClock clock = VirtualClock.automatic();
    private Simulated simulated = started();

    private Simulated started(String... settings) {
        var sources = Sources.NONE.with(Sources.Direct.code("seed", "1"));
        for (var setting : settings) {
            var parts = setting.split("=", 2);
            sources = sources.with(Sources.Direct.code(parts[0], parts[1]));
        }
        return Simulated.of(Setup.of(sources, Brought.NOTHING), clock);
    }

    @AfterEach
    void close() {
        simulated.close();
    }

    @Test
    void whatIsNotNamedStays() {
        simulated.close();
        simulated = started("response.generator=fixed:one", "latency.profile=instant", "limits.requests_per_minute=3");

        change("{latency: {ttft_mean_ms: 5}, response: {target_tokens: 7}}");
        change("{response: {generator: 'fixed:two'}}");

        assertThat(said()).isEqualTo("two");
        assertThat(simulated.values().get(EngineRows.TARGET_TOKENS)).isEqualTo(7);
        assertThat(simulated.values().get(EngineRows.PROFILE)).isEqualTo("instant");
    }

    @Test
    void nothingTakesBackWhatHeldAtTheStart() {
        simulated.close();
        simulated = started("response.generator=fixed:one", "response.target_tokens=5");
        change("{response: {generator: 'fixed:two', target_tokens: 9}}");

        change("{response: {generator: null}}");
        assertThat(said()).isEqualTo("one");
        assertThat(simulated.values().get(EngineRows.TARGET_TOKENS)).isEqualTo(9);
        change("{response: null}");

        assertThat(simulated.values().get(EngineRows.TARGET_TOKENS)).isEqualTo(5);
    }

    @Test
    void limitsKeepWhatWasTakenWhileOtherThingsChange() {
        change("{limits: {requests_per_minute: 2}}");
        said();

        change("{latency: {profile: fast}, errors: {server_error_rate: 0}, response: {target_tokens: 3}}");
        said();
        assertThatThrownBy(this::said).hasMessageContaining("");
        simulated.reset(EnumSet.of(Resettable.LIMITS));

        assertThat(said()).isNotEmpty();
    }

    @Test
    void scriptsAndMocksGoOnWhileOtherThingsChange() {
        change("{scripts: {inline: [" + TWO_TURNS + "]}}");
        assertThat(said()).isEqualTo("a");

        change("{latency: {speed: 3}, response: {target_tokens: 3}}");
        assertThat(said()).isEqualTo("b");
        assertThat(simulated.scripts()).containsExactly(new UsedScript("", Source.CONFIGURATION, 2));
        simulated.reset(Set.of(Resettable.CURSORS));
        assertThat(said()).isEqualTo("a");

        change("{scripts: {inline: null}, mocks: [{response: {sequence: [x, y, z]}}]}");
        assertThat(said()).isEqualTo("x");
        change("{latency: {speed: 2}, response: {target_tokens: 30}}");
        assertThat(said()).isEqualTo("y");
        assertThat(simulated.mocks().getFirst().answered()).isEqualTo(2);
        simulated.reset(Set.of(Resettable.CURSORS));
        assertThat(said()).isEqualTo("x");
    }

    @Test
    void incidentsCountFromTheChange() {
        clock.advance(java.time.Duration.ofSeconds(60));
        change("{incidents: [{name: out, at: 5s, for: 10s, what: {outage: true}}]}");
        assertThat(simulated.simulator().statistics().activeIncidents()).isEmpty();

        clock.advance(java.time.Duration.ofSeconds(6));
        change("{latency: {speed: 2}}");
        assertThat(simulated.simulator().statistics().activeIncidents()).containsExactly("out");
        clock.advance(java.time.Duration.ofSeconds(10));
        assertThat(simulated.simulator().statistics().activeIncidents()).isEmpty();
    }

    @Test
    void aSeedTakesThePlaceOfTheRuns() {
        change("{response: {generator: random}}");
        var first = said();

        change("{seed: 99}");
        assertThat(said()).isNotEqualTo(first);
        change("{seed: null}");
        assertThat(said()).isEqualTo(first);
    }

    @Test
    void nothingIsAdmittedWhileItIsDrained() {
        simulated.drain(true);
        change("{response: {generator: echo}}");
        assertThatThrownBy(this::said).hasMessageContaining("");
        assertThat(simulated.draining()).isTrue();

        simulated.drain(false);
        assertThat(said()).isEqualTo("Hi");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{latency: {profle: fast}} | latency.profle | did you mean 'profile'",
                "{latency: {profile: fst}} | latency.profile | did you mean 'fast'",
                "{server: {port: 1}} | server.port | cannot be changed while llmsim runs",
                "{server: {port: null}} | server.port | cannot be changed while llmsim runs",
                "{errors: {rate_limit_rate: 2}} | errors.rate_limit_rate | must be a number from 0 to 1, not '2'",
                "{response: {generator: lorm}} | response.generator | did you mean 'lorem'",
                "{capacity: {models: {gpt-5: {slot: 1}}}} | capacity.models.gpt-5.slot | did you mean 'slots'",
                "{mocks: [{response: {contnt: x}}]} | mocks[0].response.contnt | did you mean 'content'",
                "{mocks: [{response: {file: /etc/passwd}}]} | mocks[0].response.file | cannot name a file",
                "{latency: {profiles: {a: {ttft: {samples: /etc/passwd}, tbt: 1}}}} | latency.profiles | ",
                "{scripts: {inline: [{turns: [{type: asistant}]}]}} | scripts.inline[0].turns[0].type | assistant",
                "{scripts: {directory: /}} | scripts.directory | cannot be changed",
                "{incidents: [{name: x}]} | incidents[0] | must have the key 'at'",
                "{faults: [{fault: rest, rate: 1}]} | faults[0] | did you mean 'reset'",
                "{limits: {tier: openai-tier-9}} | limits.tier | openai-tier-",
                "{nothing: 1} | nothing | unknown key",
                "{seed: x} | seed | must be a whole number",
            })
    void aWrongChangeChangesNothingAndSaysWhereAndWhat(String change, String path, String message) {
        change("{response: {generator: 'fixed:kept', target_tokens: 9}}");
        var before = ConfigurationTexts.of(simulated.values());
        var behaviour = simulated.simulator().behaviour();
        var both = change.substring(0, change.length() - 1) + ", models: {strict: true}}";

        assertThatThrownBy(() -> change(both))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        wrong -> assertThat(wrong.errors()).anySatisfy(error -> {
                            assertThat(error.origin()).isInstanceOf(Origin.Changed.class);
                            assertThat(error.origin().text()).startsWith(path);
                            assertThat(error.message()).contains(message == null ? "" : message);
                        }));

        assertThat(ConfigurationTexts.of(simulated.values())).isEqualTo(before);
        assertThat(simulated.simulator().behaviour()).isSameAs(behaviour);
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change("{errors: {timeout_rate: 2}, seed: x, latency: {profile: fst}, a: 1}"))
                .withMessageContainingAll("errors.timeout_rate: ", "seed: ", "latency.profile: ", "a: unknown key");
    }

    @Test
    void aProfileThatAScriptNamesCannotGo() {
        change("{latency: {profiles: {mine: {ttft: 1, tbt: 1}}}}");
        change("{scripts: {inline: [{turns: [{type: assistant, text: a, latency: {profile: mine}}]}]}}");
        var behaviour = simulated.simulator().behaviour();

        assertThatThrownBy(() -> change("{latency: {profiles: null}}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("mine");
        assertThat(simulated.simulator().behaviour()).isSameAs(behaviour);
    }

    @Test
    void occurrencesAndStatisticsBeginAnew() {
        said();
        simulated.reset(EnumSet.allOf(Resettable.class));

        assertThat(simulated.simulator().statistics().totalRequests()).isZero();
    }

    private void change(String yaml) {
        var errors = new java.util.ArrayList<llmsim.server.document.ConfigurationError>();
        var raw = Document.parse("change.yaml", yaml, Limits.DATA, errors::add).orElseThrow();
        assertThat(errors).isEmpty();
        simulated.change(((Raw.Mapping) raw).changed(""));
    }

    private String said() {
        var text = new StringBuilder();
        simulated.simulator().ask(SimRequest.of("gpt-5", "Hi"), event -> {
            if (event instanceof ReplyEvent.TextDelta delta) {
                text.append(delta.text());
            }
        });
        return text.toString();
    }
}
