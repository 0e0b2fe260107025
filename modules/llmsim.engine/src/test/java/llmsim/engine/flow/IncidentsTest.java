package llmsim.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
import llmsim.engine.configuration.StreamFault;
import llmsim.engine.configuration.StreamFaults;
import llmsim.engine.incident.Effect;
import llmsim.engine.incident.Incident;
import llmsim.engine.incident.Where;
import llmsim.engine.trial.EventLines;
import llmsim.engine.trial.Reached;
import llmsim.engine.trial.Rig;
import llmsim.engine.trial.SteadyProfile;
import llmsim.engine.trial.TrialAdapter;
import org.junit.jupiter.api.Test;

/** A bad day on the virtual clock. */
class IncidentsTest {
    private final EventLines lines = new EventLines();

    /** Answers take no time, so that the test alone moves the clock. */
    private Rig rig(Incident... incidents) {
        return Rig.manual(adapter()).profile(new SteadyProfile(0, 0)).incidents(incidents);
    }

    private TrialAdapter adapter() {
        var asking = new Endpoint(Call.Method.POST, "/{model}", "completions", (call, _) -> {
            var text = call.body() instanceof Body.Raw raw ? raw.bytes().toUtf8() : "Hi";
            return lines.generation(SimRequest.of(call.pathParameter("model"), text));
        });
        var free = new Endpoint(
                Call.Method.GET,
                "/free",
                "models",
                (_, _) -> Operation.Query.free(_ -> Answer.json(Bytes.ofUtf8("{}"))));
        return TrialAdapter.of(asking, free);
    }

    private static Reached ask(Rig rig, String model) {
        return rig.post("/" + model);
    }

    @Test
    void anOutageComesAndGoes() {
        var rig = rig(Incident.of("down", Duration.ofMinutes(5), Duration.ofMinutes(3), Effect.OUTAGE));
        assertThat(ask(rig, "gpt-5").status()).isEqualTo(200);
        rig.clock.advance(Duration.ofMinutes(5));

        assertThat(ask(rig, "gpt-5").status()).isEqualTo(503);
        assertThat(rig.get("/free").status()).isEqualTo(503);
        var during = rig.simulator().statistics();
        assertThat(during.activeIncidents()).containsExactly("down");
        assertThat(during.faults()).isEqualTo(Map.of("incident down", 2L, "unavailable", 2L));
        assertThat(during.serverErrors()).isEqualTo(2);
        rig.clock.advance(Duration.ofMinutes(3));

        assertThat(ask(rig, "gpt-5").status()).isEqualTo(200);
        assertThat(rig.simulator().statistics().activeIncidents()).isEmpty();
    }

    @Test
    void whatOneCallWantsHasTheLastWord() {
        var rig = rig(Incident.of("down", Duration.ZERO, Duration.ofMinutes(3), Effect.OUTAGE));
        var headers = new LinkedHashMap<>(Map.of("X-LLMSim-Fault", "418"));
        var wanting = new Incoming(Call.Method.POST, "/gpt-5", Map.of(), Headers.of(headers), Body.EMPTY);

        assertThat(rig.call(wanting).body()).startsWith("INVALID_REQUEST");
    }

    @Test
    void oneModelGetsSlower() {
        var slow = Incident.of("slow", Duration.ZERO, Duration.ofHours(1), Effect.NONE.latency(4))
                .where(Where.EVERYWHERE.models("*opus*"));
        var rig = Rig.automatic(adapter()).sources(Rig.saying("one two")).incidents(slow);

        assertThat(took(rig, "claude-opus-4")).hasMillis(440);
        assertThat(took(rig, "gpt-5")).hasMillis(110);
    }

    private static Duration took(Rig rig, String model) {
        var begin = rig.clock.nanoTime();
        return ask(rig, model).endedAt().minusNanos(begin);
    }

    @Test
    void ratesTakeThePlaceOfTheUsualOnes() {
        var busy = Effect.NONE.errors(ErrorSettings.NONE.withOverloadedRate(1));
        var rig = rig(Incident.of("busy", Duration.ofSeconds(10), Duration.ofSeconds(10), busy))
                .errors(ErrorSettings.NONE.withAuthErrorRate(1));

        assertThat(ask(rig, "gpt-5").status()).isEqualTo(401);
        rig.clock.advance(Duration.ofSeconds(11));
        assertThat(ask(rig, "gpt-5").status()).isEqualTo(529);
    }

    @Test
    void streamsBreakWhileItLasts() {
        var broken = StreamFaults.of(StreamFaults.Chance.of(StreamFault.parse("stream_error@0"), 1));
        var rig = rig(Incident.of("broken", Duration.ZERO, Duration.ofSeconds(10), Effect.NONE.faults(broken)));

        assertThat(ask(rig, "gpt-5").status()).isEqualTo(500);
        rig.clock.advance(Duration.ofSeconds(10));
        assertThat(ask(rig, "gpt-5").status()).isEqualTo(200);
    }

    @Test
    void aShareIsDrawnAndRepeatable() {
        var first = failures();

        assertThat(first.stream().filter(failed -> failed).count()).isBetween(20L, 80L);
        assertThat(failures()).isEqualTo(first);
    }

    private List<Boolean> failures() {
        var rig = rig(Incident.of("some", Duration.ZERO, Duration.ofHours(1), Effect.OUTAGE)
                .where(Where.EVERYWHERE.share(0.2)));
        return IntStream.range(0, 250)
                .mapToObj(i -> rig.post("/gpt-5", "question " + i).status() == 503)
                .toList();
    }
}
