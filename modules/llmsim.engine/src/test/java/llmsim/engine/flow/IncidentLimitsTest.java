package llmsim.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.HeaderRule;
import llmsim.api.dialect.HeaderRule.Aspect;
import llmsim.api.dialect.HeaderRule.Unit;
import llmsim.api.dialect.ModelPlace;
import llmsim.api.dialect.Operation;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Headers;
import llmsim.api.problem.Category;
import llmsim.api.problem.Period;
import llmsim.api.problem.Problem;
import llmsim.api.problem.Quantity;
import llmsim.api.prompt.SimRequest;
import llmsim.engine.Incoming;
import llmsim.engine.configuration.LimitSettings;
import llmsim.engine.configuration.RateLimit;
import llmsim.engine.incident.Effect;
import llmsim.engine.incident.Incident;
import llmsim.engine.incident.Where;
import llmsim.engine.limit.Limiter;
import llmsim.engine.trial.EventLines;
import llmsim.engine.trial.Rig;
import llmsim.engine.trial.SteadyProfile;
import llmsim.engine.trial.TrialAdapter;
import org.junit.jupiter.api.Test;

/** Rule F42: what an incident leaves of the rate limits, for exactly the calls that it concerns. */
class IncidentLimitsTest {
    private static final Effect HALF = Effect.NONE.limits(0.5);
    private static final Duration LONG = Duration.ofHours(1);
    private static final List<HeaderRule> RULES = List.of(
            new HeaderRule.Limit("limit", Quantity.REQUESTS, Aspect.LIMIT, Unit.COUNT),
            new HeaderRule.Limit("remaining", Quantity.REQUESTS, Aspect.REMAINING, Unit.COUNT));

    private final EventLines lines = new EventLines();
    private final Rig rig = Rig.manual(adapter("first"), adapter("second")).profile(new SteadyProfile(0, 0));

    private TrialAdapter adapter(String name) {
        var asking = new Endpoint(Call.Method.POST, "/{model}", "completions", (call, _) -> {
            var text = call.body() instanceof Body.Raw raw ? raw.bytes().toUtf8() : "Hi";
            return lines.generation(SimRequest.of(call.pathParameter("model"), text));
        });
        var callOff = new Endpoint(
                Call.Method.POST,
                "/{model}/off",
                "completions",
                (_, _) -> new Operation.CallOff("nothing", _ -> Answer.json(Bytes.ofUtf8("{}"))));
        var wrong = new Endpoint(Call.Method.POST, "/{model}/wrong", "completions", (_, _) -> {
            throw Problem.Stated.of(Category.INVALID_REQUEST, "wrong").asException();
        });
        var naming = wrong.naming(new ModelPlace.PathParameter("model"));
        return new TrialAdapter(name, TrialAdapter.facts(RULES), List.of(asking, callOff, naming));
    }

    private Rig limited(long requests, Incident... incidents) {
        var rates = List.of(new RateLimit(Quantity.REQUESTS, Period.MINUTE, requests));
        var settings = new LimitSettings(List.of(), Set.of(), rates, Map.of(), List.of(), OptionalDouble.empty());
        return rig.gates(Limiter.of(settings, rig.clock, 100)).incidents(incidents);
    }

    @Test
    void itHoldsForTheCallsOfItsProvider() {
        limited(
                10,
                Incident.of("less", Duration.ZERO, LONG, HALF)
                        .where(Where.of(List.of("first"), List.of(), List.of(), 1)));

        assertThat(told("first", "/gpt-5")).isEqualTo("4 of 5");
        assertThat(told("second", "/gpt-5")).isEqualTo("7 of 10");
        assertThat(told("first", "/gpt-5")).isEqualTo("2 of 5");
    }

    @Test
    void itHoldsForItsShareOfTheCallsAndBucketsAgreeWithHeaders() {
        limited(1_000, Incident.of("less", Duration.ZERO, LONG, HALF).where(Where.EVERYWHERE.share(0.3)));
        var met = 0;
        for (var i = 0; i < 200; i++) {
            var told = told("first", "/gpt-5", "question " + i);
            var less = told.endsWith(" of 500");
            met += less ? 1 : 0;
            var taken = i + 1 + met;
            assertThat(told).isEqualTo(less ? (1_000 - taken) / 2 + " of 500" : 1_000 - taken + " of 1000");
        }

        assertThat(met).isBetween(30, 90);
        assertThat(rig.simulator().statistics().faults()).isEqualTo(Map.of("incident less", (long) met));
    }

    @Test
    void theSameCallsMeetItAgain() {
        limited(1_000, Incident.of("less", Duration.ZERO, LONG, HALF).where(Where.EVERYWHERE.share(0.3)));
        var first = shares();
        rig.simulator().forgetOccurrences();

        assertThat(shares()).isEqualTo(first).contains(true, false);
    }

    private List<Boolean> shares() {
        return IntStream.range(0, 50)
                .mapToObj(i -> told("first", "/gpt-5", "question " + i).endsWith(" of 500"))
                .toList();
    }

    @Test
    void nothingIsLostWhenItBeginsAndEnds() {
        limited(60, Incident.of("less", Duration.ofSeconds(10), Duration.ofSeconds(10), HALF));
        for (var i = 0; i < 30; i++) {
            told("first", "/gpt-5");
        }
        assertThat(told("first", "/gpt-5")).isEqualTo("29 of 60");
        rig.clock.advance(Duration.ofSeconds(10));
        // 31 were taken and 10 have come back: 39 of 60 are 19.5 of 30, and then one counts double.
        assertThat(told("first", "/gpt-5")).isEqualTo("18 of 30");
        rig.clock.advance(Duration.ofSeconds(10));
        assertThat(told("first", "/gpt-5")).isEqualTo("46 of 60");
    }

    @Test
    void whoIsRefusedIsToldHisOwnLimit() {
        limited(
                2,
                Incident.of("less", Duration.ZERO, LONG, HALF)
                        .where(Where.of(List.of("first"), List.of(), List.of(), 1)));
        told("second", "/gpt-5");

        assertThat(status("first")).isEqualTo(429);
        assertThat(told("first", "/gpt-5")).isEqualTo("0 of 1");
        assertThat(told("second", "/gpt-5")).isEqualTo("0 of 2");
    }

    @Test
    void callsThatCannotBeReadMeetWhatIsForAllOfTheirProvider() {
        limited(
                10,
                Incident.of("less", Duration.ZERO, LONG, HALF)
                        .where(Where.of(List.of("first"), List.of(), List.of(), 1)),
                Incident.of("some", Duration.ZERO, LONG, HALF).where(Where.EVERYWHERE.share(0.5)),
                Incident.of("model", Duration.ZERO, LONG, HALF).where(Where.EVERYWHERE.models("gpt-5")));

        assertThat(told("first", "/nowhere/at/all")).isEqualTo("5 of 5");
        assertThat(told("second", "/nowhere/at/all")).isEqualTo("10 of 10");
        assertThat(rig.simulator().statistics().faults()).isEmpty();
    }

    @Test
    void andOfTheModelThatTheyName() {
        limited(10, Incident.of("model", Duration.ZERO, LONG, HALF).where(Where.EVERYWHERE.models("gpt-5")));

        assertThat(told("first", "/gpt-5/wrong")).isEqualTo("5 of 5");
        assertThat(told("first", "/gpt-4/wrong")).isEqualTo("10 of 10");
    }

    @Test
    void soDoCallsThatNameNoModel() {
        limited(10, Incident.of("less", Duration.ZERO, LONG, HALF).where(Where.EVERYWHERE.share(1)));

        assertThat(told("first", "/gpt-5/off")).isEqualTo("5 of 5");
    }

    private String told(String provider, String path) {
        return told(provider, path, "Hi");
    }

    private int status(String provider) {
        return rig.simulator().call(provider, incoming("/gpt-5", "Hi")).status();
    }

    private String told(String provider, String path, String text) {
        var headers = rig.simulator().call(provider, incoming(path, text)).headers();
        return headers.first("remaining").orElse("?") + " of "
                + headers.first("limit").orElse("?");
    }

    private static Incoming incoming(String path, String text) {
        var body = new Body.Raw("text/plain", Bytes.ofUtf8(text));
        return new Incoming(Call.Method.POST, path, Map.of(), Headers.NONE, body);
    }
}
