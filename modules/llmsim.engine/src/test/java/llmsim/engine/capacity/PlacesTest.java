package llmsim.engine.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import llmsim.api.reply.Usage;
import llmsim.api.time.Wake;
import llmsim.engine.clock.SystemClock;
import llmsim.engine.clock.VirtualClock;
import llmsim.engine.configuration.CapacitySettings;
import llmsim.engine.configuration.ModelCapacity;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Nothing is lost, and nobody overtakes, whoever comes and goes when. */
class PlacesTest {
    private static final Usage NOTHING = Usage.ofPrompt(0);

    /** Each step is somebody who comes (0), or somebody present who goes, from his slot or out of the queue. */
    @Property
    void slotsAreGivenInOrderAndNoneIsLost(
            @ForAll @IntRange(min = 1, max = 4) int slots,
            @ForAll @IntRange(max = 5) int queue,
            @ForAll @Size(max = 60) List<@IntRange(max = 8) Integer> steps) {
        var limits = ModelCapacity.of(slots, queue);
        var capacity = Capacity.of(CapacitySettings.of(limits), VirtualClock.manual());
        List<Place> served = new ArrayList<>();
        Deque<Place> waiting = new ArrayDeque<>();
        for (var step : steps) {
            if (step == 0 || served.isEmpty()) {
                var place = capacity.enter("m");
                assertThat(place.isPresent()).isEqualTo(served.size() < slots || waiting.size() < queue);
                place.ifPresent(entered -> (served.size() < slots ? served : waiting).add(entered));
            } else {
                var present = new ArrayList<>(served);
                present.addAll(waiting);
                var leaving = present.get(step % present.size());
                leaving.settle(NOTHING);
                if (served.remove(leaving)) {
                    if (!waiting.isEmpty()) {
                        served.add(waiting.remove());
                    }
                } else {
                    waiting.remove(leaving);
                }
            }
            assertThat(capacity.queued()).isEqualTo(waiting.size());
            assertThat(served).allMatch(Place::granted);
            assertThat(waiting).noneMatch(Place::granted);
        }
        served.forEach(place -> place.settle(NOTHING));
        waiting.forEach(place -> place.settle(NOTHING));
        assertThat(capacity.idle()).isTrue();
        assertThat(capacity.queued()).isZero();
    }

    @Test
    void aSignalIsNotLeftOverForTheNextWait() {
        var limits = ModelCapacity.of(1, 1);
        var capacity = Capacity.of(CapacitySettings.of(limits), VirtualClock.manual());
        var clock = VirtualClock.automatic();
        var first = capacity.enter("m").orElseThrow();
        var second = capacity.enter("m").orElseThrow();
        first.settle(NOTHING);

        try (var waiter = clock.waiter()) {
            assertThat(second.await(waiter)).isTrue();
            assertThat(waiter.await(1_000)).isEqualTo(Wake.DUE);
        }
    }

    @Test
    void manyThreadsThatWaitOrAreCancelled() throws InterruptedException {
        var limits = ModelCapacity.of(3, 1_000);
        var capacity = Capacity.of(CapacitySettings.of(limits), VirtualClock.manual());
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var served = new AtomicInteger();
        var cancelled = new AtomicInteger();
        try (var clock = SystemClock.start()) {
            var threads = new ArrayList<Thread>();
            for (var i = 0; i < 600; i++) {
                var random = new SplittableRandom(i);
                threads.add(Thread.ofVirtual().start(() -> {
                    var place = capacity.enter("m").orElseThrow();
                    try (var waiter = clock.waiter()) {
                        if (random.nextInt(4) == 0) {
                            var _ = Thread.ofVirtual().start(waiter::cancel);
                        }
                        if (place.await(waiter)) {
                            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                            waiter.await(clock.nanoTime() + random.nextInt(200_000));
                            inside.decrementAndGet();
                            served.incrementAndGet();
                        } else {
                            cancelled.incrementAndGet();
                        }
                    } finally {
                        place.settle(NOTHING);
                    }
                }));
            }
            for (var thread : threads) {
                thread.join();
            }
        }

        assertThat(served.get() + cancelled.get()).isEqualTo(600);
        assertThat(most.get()).isBetween(1, 3);
        assertThat(capacity.queued()).isZero();
        assertThat(capacity.idle()).isTrue();
    }
}
