package llmsim.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.HeaderRule;
import llmsim.api.dialect.HeaderRule.Aspect;
import llmsim.api.dialect.HeaderRule.Unit;
import llmsim.api.dialect.ModelPlace;
import llmsim.api.dialect.Operation;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Caller;
import llmsim.api.problem.Category;
import llmsim.api.problem.Period;
import llmsim.api.problem.Problem;
import llmsim.api.problem.Quantity;
import llmsim.api.prompt.OutputLimits;
import llmsim.api.prompt.SimRequest;
import llmsim.api.reply.Decision;
import llmsim.engine.configuration.LimitSettings;
import llmsim.engine.configuration.RateLimit;
import llmsim.engine.gate.Verdict;
import llmsim.engine.limit.Limiter;
import llmsim.engine.trial.EventLines;
import llmsim.engine.trial.Reached;
import llmsim.engine.trial.Rig;
import llmsim.engine.trial.TrialAdapter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer tells what is left of the limits when it begins, and in the end what is taken is what was used. */
class LimitHeadersTest {
    private static final List<HeaderRule> RULES = List.of(
            new HeaderRule.RetryAfter("retry-after", Unit.SECONDS),
            new HeaderRule.Limit("limit-requests", Quantity.REQUESTS, Aspect.LIMIT, Unit.COUNT),
            new HeaderRule.Limit("remaining-requests", Quantity.REQUESTS, Aspect.REMAINING, Unit.COUNT),
            new HeaderRule.Limit("reset-requests", Quantity.REQUESTS, Aspect.RESET, Unit.GO_DURATION),
            new HeaderRule.Limit("remaining-tokens", Quantity.TOKENS, Aspect.REMAINING, Unit.COUNT),
            new HeaderRule.Limit("reset-tokens", Quantity.TOKENS, Aspect.RESET, Unit.GO_DURATION));

    private final EventLines lines = new EventLines();
    private Rig rig;

    @BeforeEach
    void limited() {
        var asked = SimRequest.of("gpt-4o", "Hi").withLimits(OutputLimits.ofTokens(500));
        rig = Rig.automatic(new TrialAdapter(
                "trial",
                TrialAdapter.facts(RULES),
                List.of(
                        TrialAdapter.post("/whole", lines.generation(asked)),
                        TrialAdapter.post("/stream", lines.generation(asked.withStream(true))),
                        TrialAdapter.post("/choices", lines.generation(asked.withChoices(2))),
                        TrialAdapter.post("/free", Operation.Query.free(_ -> Answer.json(Bytes.ofUtf8("{}")))),
                        wrong("/wrong", new ModelPlace.Nowhere()),
                        wrong("/wrong/body", new ModelPlace.Field("model")),
                        wrong("/wrong/{model}", new ModelPlace.PathParameter("model")))));
        limit(new RateLimit(Quantity.REQUESTS, Period.MINUTE, 6), new RateLimit(Quantity.TOKENS, Period.MINUTE, 6_000));
    }

    private static Endpoint wrong(String path, ModelPlace place) {
        Endpoint.Parser parser = (_, _) -> {
            throw Problem.Stated.of(Category.INVALID_REQUEST, "wrong").asException();
        };
        return new Endpoint(Call.Method.POST, path, "completions", parser).naming(place);
    }

    private void limit(RateLimit... limits) {
        rig.gates(Limiter.of(LimitSettings.of(List.of(limits)), rig.clock, 100));
    }

    @Test
    void onAStreamWithTheReservationStillOpen() {
        var reached = rig.post("/stream");

        assertThat(reached.header("limit-requests")).isEqualTo("6");
        assertThat(reached.header("remaining-requests")).isEqualTo("5");
        assertThat(reached.header("reset-requests")).isEqualTo("9.9s");
        assertThat(reached.header("remaining-tokens")).isEqualTo(String.valueOf(6_000 - 7 - 500 + 10));
        assertThat(reached.header("reset-tokens")).isEqualTo("4.97s");
        assertThat(taken()).isZero();
    }

    @Test
    void onAWholeAnswer() {
        assertThat(rig.post("/whole").header("remaining-requests")).isEqualTo("5");
        assertThat(rig.post("/whole").header("remaining-requests")).isEqualTo("4");
    }

    @Test
    void onAnErrorOfTheSource() {
        rig.sources(Rig.deciding(new Decision.Refuse(Problem.Stated.of(Category.SERVER_ERROR, "oh"))));
        var reached = rig.post("/whole");

        assertThat(reached.status()).isEqualTo(500);
        assertThat(reached.header("remaining-requests")).isEqualTo("5");
        assertThat(reached.header("remaining-tokens")).isEqualTo("5493");
        assertThat(taken()).isEqualTo(7);
    }

    @Test
    void onARefusalOfALaterGate() {
        var limiter = Limiter.of(
                LimitSettings.of(List.of(new RateLimit(Quantity.TOKENS, Period.MINUTE, 1_000))), rig.clock, 100);
        rig.gates(limiter, _ -> Verdict.refuse(Problem.Stated.of(Category.OVERLOADED, "full")));
        var reached = rig.post("/whole");

        assertThat(reached.status()).isEqualTo(529);
        assertThat(reached.header("remaining-tokens")).isEqualTo("1000");
        assertThat(reached.header("remaining-requests")).isNull();
    }

    @Test
    void onTheRefusalItself() {
        limit(new RateLimit(Quantity.REQUESTS, Period.MINUTE, 1));
        rig.post("/whole");
        var reached = rig.post("/whole");

        assertThat(reached.status()).isEqualTo(429);
        assertThat(reached.header("retry-after")).isEqualTo("60");
        assertThat(reached.header("remaining-requests")).isEqualTo("0");
        assertThat(reached.header("reset-requests")).isEqualTo("59.9s");
        assertThat(rig.simulator().statistics().rateLimitErrors()).isEqualTo(1);
    }

    @Test
    void onACallThatIsWrongByTheModelThatItNames() {
        rig.post("/whole");

        assertThat(wrong("/wrong/body", "{\"model\":\"gpt-4o\",\"n\":-1}")).isEqualTo("5");
        assertThat(wrong("/wrong/body", "{\"model\":\"gpt-5\"}")).isEqualTo("6");
        assertThat(wrong("/wrong/gpt-4o", "")).isEqualTo("5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"model\":\"gpt-4o\"",
                "[\"gpt-4o\"]",
                "{\"model\":4}",
                "{\"model\":null}",
                "\"model\"",
                "{}"
            })
    void butNotByAModelThatCannotBeRead(String body) {
        assertThat(wrong("/wrong/body", body)).isNull();
    }

    private String wrong(String path, String body) {
        var reached = rig.post(path, body);
        assertThat(reached.status()).isEqualTo(400);
        return reached.header("remaining-requests");
    }

    @Test
    void butNotWhereTheCallerIsNotLetIn() {
        var refused = rig.keys("one").post("/wrong/body", "{\"model\":\"gpt-4o\"}");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("remaining-requests")).isNull();
    }

    @Test
    void butNotWhereNoModelIsKnown() {
        assertThat(rig.post("/wrong").header("limit-requests")).isNull();
        assertThat(rig.post("/nowhere").header("limit-requests")).isNull();
        assertThat(rig.post("/free").header("limit-requests")).isNull();
    }

    @Test
    void whereverAClientGoesWhatItUsedIsTaken() {
        var calls = rig.post("/stream").calls();
        for (var call = 0; call < calls; call++) {
            limited();
            rig.call(Rig.incoming(Call.Method.POST, "/stream", ""), new Reached(rig.clock).vanishingAt(call));

            assertThat(taken()).isLessThanOrEqualTo(8);
        }
    }

    @Test
    void everyChoiceReserves() {
        assertThat(rig.post("/choices").header("remaining-tokens")).isEqualTo(String.valueOf(6_000 - 7 - 1_000 + 10));
    }

    /** Tokens that are taken now. */
    private long taken() {
        var caller = Caller.ANONYMOUS;
        var state = rig.simulator().behaviour().gates().limits(caller, "gpt-4o", 1);
        return 6_000 - state.windows().get(Quantity.TOKENS).remaining();
    }
}
