package llmsim.engine.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class VirtualClockPropertyTest {
    private record Woken(long at, int program) {}

    /** Whatever the threads do in between: each wakes exactly when it is due, and the wakes of all have one order. */
    @Property(tries = 100)
    void everyWakeIsWhenItIsDueAndAllWakesAreInOneOrder(@ForAll("programs") List<List<Integer>> programs) {
        var clock = VirtualClock.automatic();
        var woken = Collections.synchronizedList(new ArrayList<Woken>());
        var hold = clock.waiter();
        var done = new ArrayList<CompletableFuture<Void>>();
        for (var i = 0; i < programs.size(); i++) {
            var number = i;
            var waiter = clock.waiter();
            done.add(CompletableFuture.runAsync(
                    () -> {
                        for (var gap : programs.get(number)) {
                            var due = clock.nanoTime() + gap;
                            waiter.await(due);
                            assertThat(clock.nanoTime()).isEqualTo(due);
                            woken.add(new Woken(due, number));
                        }
                        waiter.close();
                    },
                    Thread::startVirtualThread));
            clock.awaitWaiting(done.size());
        }

        hold.close();
        done.forEach(CompletableFuture::join);

        assertThat(woken).isEqualTo(expected(programs));
        assertThat(clock.running()).isZero();
    }

    // One thread that plays all programs: the earliest due first, of equals the one that began to wait first.
    private static List<Woken> expected(List<List<Integer>> programs) {
        var waiting = new ArrayList<long[]>();
        for (var i = 0; i < programs.size(); i++) {
            waiting.add(new long[] {programs.get(i).getFirst(), i, 0});
        }
        var order = new ArrayList<Woken>();
        while (!waiting.isEmpty()) {
            var first = Collections.min(waiting, (a, b) -> Long.compare(a[0], b[0]));
            waiting.remove(first);
            order.add(new Woken(first[0], (int) first[1]));
            var program = programs.get((int) first[1]);
            var next = (int) first[2] + 1;
            if (next < program.size()) {
                waiting.add(new long[] {first[0] + program.get(next), first[1], next});
            }
        }
        return order;
    }

    @Provide
    Arbitrary<List<List<Integer>>> programs() {
        var gaps = Arbitraries.integers().between(1, 20);
        return gaps.list().ofMinSize(1).ofMaxSize(8).list().ofMinSize(1).ofMaxSize(8);
    }
}
