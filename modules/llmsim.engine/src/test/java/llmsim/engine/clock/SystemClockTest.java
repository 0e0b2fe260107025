package llmsim.engine.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import llmsim.api.time.Waiter;
import llmsim.api.time.Wake;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SystemClockTest {
    private static SystemClock clock;

    @BeforeAll
    static void start() {
        clock = SystemClock.start();
    }

    @AfterAll
    static void stop() {
        clock.close();
    }

    @Test
    void isNeverEarly() {
        try (var waiter = clock.waiter()) {
            for (var micros = 0; micros < 3_000; micros += 37) {
                var due = clock.nanoTime() + micros * 1_000L;
                assertThat(waiter.await(due)).isEqualTo(Wake.DUE);
                assertThat(clock.nanoTime() - due).isNotNegative();
            }
        }
    }

    @Test
    void whatIsDueAlreadyDoesNotWait() {
        var parking = clock.waiter();
        assertThat(parking.await(clock.nanoTime() - 1)).isEqualTo(Wake.DUE);
        assertThat(parking.await(clock.nanoTime())).isEqualTo(Wake.DUE);
        assertThat(clock.now()).isNotNull();
    }

    @Test
    void anEarlierCallIsSeenAtOnce() {
        var waiter = clock.waiter();
        waiter.signal();
        waiter.signal();
        assertThat(waiter.await(Waiter.NEVER)).isEqualTo(Wake.SIGNALLED);
        assertThat(waiter.await(clock.nanoTime() + 1_000_000)).isEqualTo(Wake.DUE);
        waiter.cancel();
        waiter.signal();
        assertThat(waiter.await(Waiter.NEVER)).isEqualTo(Wake.CANCELLED);
        assertThat(waiter.await(Waiter.NEVER)).isEqualTo(Wake.CANCELLED);
    }

    @Test
    void aCallDuringTheWaitEndsIt() throws Exception {
        for (var call : List.<Consumer<Waiter>>of(Waiter::signal, Waiter::cancel, Waiter::close)) {
            var waiter = clock.waiter();
            var thread = new CompletableFuture<Thread>();
            var wake = CompletableFuture.supplyAsync(
                    () -> {
                        thread.complete(Thread.currentThread());
                        return waiter.await(Waiter.NEVER);
                    },
                    Thread::startVirtualThread);
            awaitParked(thread.get());
            call.accept(waiter);
            assertThat(wake.get()).isIn(Wake.SIGNALLED, Wake.CANCELLED);
        }
    }

    @Test
    void anInterruptEndsTheWaitAndStaysSet() throws Exception {
        var waiter = clock.waiter();
        var interrupted = new CompletableFuture<Boolean>();
        var wake = new CompletableFuture<Wake>();
        var thread = Thread.startVirtualThread(() -> {
            wake.complete(waiter.await(Waiter.NEVER));
            interrupted.complete(Thread.interrupted());
        });
        thread.interrupt();
        assertThat(wake.get()).isEqualTo(Wake.CANCELLED);
        assertThat(interrupted.get()).isTrue();
    }

    @Test
    void aPermitFromElsewhereEndsNoWait() throws Exception {
        var waiter = clock.waiter();
        var wake = new CompletableFuture<Wake>();
        var thread = Thread.startVirtualThread(() -> wake.complete(waiter.await(Waiter.NEVER)));
        for (var i = 0; i < 1_000; i++) {
            LockSupport.unpark(thread);
            Thread.onSpinWait();
        }
        assertThat(wake).isNotDone();
        waiter.signal();
        assertThat(wake.get()).isEqualTo(Wake.SIGNALLED);
    }

    @Test
    void tenThousandWaitersAllWake() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<Boolean>>();
            for (var i = 0; i < 10_000; i++) {
                var due = clock.nanoTime() + i % 500 * 1_000_000L + i * 31L;
                all.add(threads.submit(() -> {
                    try (var waiter = clock.waiter()) {
                        return waiter.await(due) == Wake.DUE && clock.nanoTime() - due >= 0;
                    }
                }));
            }
            for (var each : all) {
                assertThat(each.get()).isTrue();
            }
        }
    }

    /** Due times and calls race; the test hangs, and so fails, if any of them is lost. */
    @Test
    void noCallIsLost() throws Exception {
        var waiter = clock.waiter();
        var seen = new AtomicLong();
        var rounds = 20_000;
        var waiting = Thread.startVirtualThread(() -> {
            while (waiter.await(Waiter.NEVER) != Wake.CANCELLED) {
                seen.incrementAndGet();
            }
        });
        for (var i = 1; i <= rounds; i++) {
            waiter.signal();
            while (seen.get() < i) {
                Thread.onSpinWait();
            }
        }
        waiter.cancel();
        waiting.join();
        assertThat(seen.get()).isEqualTo(rounds);
    }

    @Test
    void noDueTimeIsLostAmongCalls() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<Integer>>();
            for (var i = 0; i < 200; i++) {
                var waiter = clock.waiter();
                threads.execute(() -> {
                    for (var j = 0; j < 50; j++) {
                        waiter.signal();
                    }
                });
                all.add(threads.submit(() -> awaitDue(waiter, 20)));
            }
            for (var each : all) {
                assertThat(each.get()).isEqualTo(20);
            }
        }
    }

    private static int awaitDue(Waiter waiter, int times) {
        var reached = 0;
        while (reached < times) {
            var due = clock.nanoTime() + ThreadLocalRandom.current().nextLong(3_000_000);
            if (waiter.await(due) == Wake.DUE) {
                assertThat(clock.nanoTime() - due).isNotNegative();
                reached++;
            }
        }
        return reached;
    }

    private static void awaitParked(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }
}
