package llmsim.engine.capacity;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Outcome;
import llmsim.api.problem.Category;
import llmsim.api.problem.Problem;
import llmsim.api.prompt.SimRequest;
import llmsim.api.reply.Decision;
import llmsim.api.spi.LatencyProfile;
import llmsim.api.spi.Pacing;
import llmsim.api.spi.PacingContext;
import llmsim.engine.configuration.Breakage;
import llmsim.engine.configuration.CapacitySettings;
import llmsim.engine.configuration.ModelCapacity;
import llmsim.engine.configuration.ModelCapacity.WhenFull;
import llmsim.engine.configuration.Place;
import llmsim.engine.configuration.StreamFault;
import llmsim.engine.trial.EventLines;
import llmsim.engine.trial.Reached;
import llmsim.engine.trial.Rig;
import llmsim.engine.trial.SteadyProfile;
import llmsim.engine.trial.TrialAdapter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Slots and queues as requests meet them. An answer takes 100 ms, and 10 ms for each token after the first. */
class CapacityTest {
    private static final long MILLI = MILLISECONDS.toNanos(1);

    private final EventLines lines = new EventLines();
    private final Rig rig = Rig.automatic(TrialAdapter.of(
            TrialAdapter.post("/x", lines.generation(SimRequest.of("gpt-4o", "Hi"))),
            TrialAdapter.post(
                    "/stream", lines.generation(SimRequest.of("gpt-4o", "Hi").withStream(true))),
            TrialAdapter.post("/other", lines.generation(SimRequest.of("GPT-5", "Hi")))));
    private final Callers callers = new Callers(rig.clock);
    private final Map<String, Reached> reached = new ConcurrentHashMap<>();

    @Test
    void whoComesFirstIsServedFirst() throws InterruptedException {
        slots(ModelCapacity.of(2, 10));
        call(0, "a", "/x");
        call(1, "b", "/x");
        call(2, "c", "/x");
        call(3, "d", "/x");
        call(150, "e", "/x");
        callers.run();

        assertThat(ended("a")).hasMillis(100);
        assertThat(ended("b")).hasMillis(101);
        assertThat(ended("c")).hasMillis(200);
        assertThat(ended("d")).hasMillis(201);
        assertThat(ended("e")).hasMillis(300);
        assertThat(rig.simulator().statistics().completedRequests()).isEqualTo(5);
    }

    @Test
    void modelsDoNotShareSlotsAndCaseDoesNotMatter() throws InterruptedException {
        slots(new CapacitySettings(ModelCapacity.of(1, 5), Map.of("gpt-5*", ModelCapacity.of(2, 5))));
        for (var i = 0; i < 3; i++) {
            call(i, "x" + i, "/x");
            call(i, "other" + i, "/other");
        }
        callers.run();

        assertThat(ended("x2")).hasMillis(300);
        assertThat(ended("other1")).hasMillis(101);
        assertThat(ended("other2")).hasMillis(200);
    }

    @ParameterizedTest
    @CsvSource({"RATE_LIMIT, 429", "UNAVAILABLE, 503", "OVERLOADED, 529"})
    void whoFindsNeitherSlotNorPlaceIsRefused(WhenFull whenFull, int status) throws InterruptedException {
        slots(ModelCapacity.of(1, 1).withWhenFull(whenFull));
        call(0, "a", "/x");
        call(1, "b", "/x");
        call(2, "c", "/x");
        call(101, "d", "/x");
        callers.run();

        assertThat(reached.get("c").status()).isEqualTo(status);
        assertThat(ended("c")).hasMillis(2);
        assertThat(ended("b")).hasMillis(200);
        assertThat(ended("d")).hasMillis(300);
        assertThat(rig.simulator().statistics().totalErrors()).isEqualTo(1);
        assertThat(rig.simulator().statistics().completedRequests()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"RATE_LIMIT, 0", "UNAVAILABLE, 0", "RATE_LIMIT, 1"})
    void whoIsRefusedIsToldWhenTheNextSlotComesBack(WhenFull whenFull, int queue) throws InterruptedException {
        slots(ModelCapacity.of(1, queue).withWhenFull(whenFull));
        call(0, "a", "/x");
        call(1, "b", "/x");
        call(2, "unknown", "/x");
        call(250, "c", "/x");
        call(251, "d", "/x");
        call(260, "known", "/x");
        call(360, "again", "/x");
        callers.run();

        // The first one is told while no slot has come back yet.
        assertThat(advice().getFirst()).hasSeconds(1);
        assertThat(advice().getLast()).hasMillis(100);
        assertThat(reached.get("unknown").status())
                .isEqualTo(reached.get("known").status());
        assertThat(reached.get("again").status()).isEqualTo(200);
    }

    @Test
    void moreSlotsComeBackSooner() throws InterruptedException {
        slots(ModelCapacity.of(2, 0));
        for (var name : List.of("a", "b")) {
            call(0, name, "/x");
            call(150, name + "2", "/x");
        }
        call(160, "c", "/x");
        callers.run();

        assertThat(advice()).containsExactly(Duration.ofMillis(50));
    }

    @Test
    void ofOverloadNobodyIsToldWhenItEnds() throws InterruptedException {
        slots(ModelCapacity.of(1, 0).withWhenFull(WhenFull.OVERLOADED));
        call(0, "a", "/x");
        call(1, "b", "/x");
        callers.run();

        assertThat(reached.get("b").status()).isEqualTo(529);
        assertThat(advice()).isEmpty();
    }

    /** What those who were refused were told, in their order. */
    private List<Duration> advice() {
        return rig.journal.entries().stream()
                .sorted(Comparator.comparingLong(entry -> entry.exchange().receivedNanos()))
                .flatMap(entry -> entry.outcome() instanceof Outcome.Failed(var problem)
                        ? problem.retryAfter().stream()
                        : Stream.<Duration>empty())
                .toList();
    }

    @Test
    void aSlotIsFreeAgainHoweverTheAnswerEnds() throws InterruptedException {
        slots(ModelCapacity.of(1, 5));
        rig.sources(Rig.deciding(new Decision.Refuse(Problem.Stated.of(Category.SERVER_ERROR, ""))));
        call(0, "a", "/x");
        call(1, "b", "/x");
        callers.run();

        assertThat(reached.get("b").status()).isEqualTo(500);
        assertThat(rig.simulator().behaviour().gates().queued()).isZero();
    }

    @Test
    void aClientThatIsGoneFreesItsSlot() throws InterruptedException {
        slots(ModelCapacity.of(1, 5));
        rig.sources(Rig.saying("one two three"));
        reached.put("a", new Reached(rig.clock).vanishingAt(3));
        call(0, "a", "/stream");
        call(1, "b", "/stream");
        callers.run();

        assertThat(ended("b")).hasMillis(100 + 120);
        assertThat(rig.simulator().statistics().cancelledRequests()).isEqualTo(1);
    }

    @Test
    void whoWaitsIsActiveAndQueued() throws InterruptedException {
        slots(ModelCapacity.of(1, 5));
        call(0, "a", "/x");
        call(1, "b", "/x");
        call(2, "c", "/x");
        var seen = new ArrayList<List<Long>>();
        for (var at : new int[] {50, 150, 250, 350}) {
            callers.at(at * MILLI, () -> {
                var now = rig.simulator().statistics();
                seen.add(List.of(now.activeRequests(), now.queuedRequests()));
            });
        }
        callers.run();

        assertThat(seen).containsExactly(List.of(3L, 2L), List.of(2L, 1L), List.of(1L, 0L), List.of(0L, 0L));
    }

    @Test
    void theEndOfTheSimulatorEndsEveryWait() throws InterruptedException {
        slots(ModelCapacity.of(1, 5));
        call(0, "a", "/x");
        call(1, "b", "/x");
        call(2, "c", "/x");
        callers.at(50 * MILLI, rig.simulator()::close);
        callers.run();

        var statistics = rig.simulator().statistics();
        assertThat(statistics.cancelledRequests()).isEqualTo(3);
        assertThat(statistics.activeRequests() + statistics.queuedRequests()).isZero();
        assertThat(rig.clock.running()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/stream", "/x"})
    void gapsGrowAsSlotsFill(String path) throws InterruptedException {
        rig.sources(Rig.saying("one two three"));
        slots(ModelCapacity.of(2, 5).withSlowdown(3));
        call(0, "a", path);
        call(200, "b", path);
        call(205, "c", path);
        callers.run();

        // Two gaps of 10 ms: of 20 ms while one of two slots is taken, of 30 ms while both are.
        assertThat(ended("a")).hasMillis(100 + 2 * 20);
        assertThat(ended("b")).hasMillis(300 + 2 * 30);
        assertThat(ended("c")).hasMillis(305 + 2 * 30);
    }

    @Test
    void aFaultAfterATimeIsCountedFromTheSlot() throws InterruptedException {
        rig.broken(StreamFault.of(Breakage.RESET).at(new Place.After(Duration.ofMillis(50))));
        slots(ModelCapacity.of(1, 5));
        call(0, "a", "/stream");
        call(1, "b", "/stream");
        callers.run();

        assertThat(rig.clock.nanoTime()).isEqualTo(100 * MILLI);
    }

    @Test
    void profilesSeeTheSlotsOfTheModel() throws InterruptedException {
        var seen = new ArrayList<List<Integer>>();
        slots(ModelCapacity.of(3, 5));
        rig.profile(new LatencyProfile() {
            @Override
            public String name() {
                return "looking";
            }

            @Override
            public Pacing pace(PacingContext context) {
                var load = context.load();
                seen.add(List.of(load.slotsInUse(), load.slots(), load.activeExchanges()));
                return new SteadyProfile(100, 10).pace(context);
            }
        });
        call(0, "a", "/x");
        call(1, "b", "/x");
        callers.run();

        assertThat(seen).containsExactly(List.of(1, 3, 1), List.of(2, 3, 2));
    }

    @Test
    void withoutSlotsAsManyAsCome() throws InterruptedException {
        slots(ModelCapacity.UNLIMITED);
        for (var i = 0; i < 500; i++) {
            call(0, "a" + i, "/x");
        }
        callers.run();

        assertThat(reached.values()).allMatch(each -> each.endedAt().toMillis() == 100);
    }

    @Test
    void whatMakesNoSense() {
        assertThatThrownBy(() -> ModelCapacity.of(-1, 0)).hasMessage("slots and queue must not be negative");
        assertThatThrownBy(() -> ModelCapacity.of(1, 0).withSlowdown(0.5))
                .hasMessage("slowdown must be 1 to 1000, not 0.5");
    }

    private void slots(ModelCapacity capacity) {
        slots(CapacitySettings.of(capacity));
    }

    private void slots(CapacitySettings settings) {
        rig.gates(Capacity.of(settings, rig.clock)).listener(callers);
    }

    private void call(int millis, String name, String path) {
        var own = reached.computeIfAbsent(name, _ -> new Reached(rig.clock));
        callers.at(millis * MILLI, () -> rig.call(Rig.incoming(Call.Method.POST, path, ""), own));
    }

    private Duration ended(String name) {
        return reached.get(name).endedAt();
    }
}
