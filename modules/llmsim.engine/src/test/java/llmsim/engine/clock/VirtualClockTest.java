package llmsim.engine.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import llmsim.api.time.Waiter;
import llmsim.api.time.Wake;
import org.junit.jupiter.api.Test;

class VirtualClockTest {
    @Test
    void anHourPassesAtOnce() {
        var clock = VirtualClock.automatic();
        try (var waiter = clock.waiter()) {
            assertThat(waiter.await(Duration.ofHours(1).toNanos())).isEqualTo(Wake.DUE);
        }
        assertThat(clock.now()).isEqualTo(Instant.parse("2026-01-01T01:00:00Z"));
        assertThat(clock).hasToString("VirtualClock[PT1H]");
        assertThat(clock.running()).isZero();
    }

    @Test
    void whatIsDueAlreadyTakesNoTime() {
        var clock = VirtualClock.automatic();
        try (var waiter = clock.waiter();
                var other = clock.waiter()) {
            assertThat(waiter.await(0)).isEqualTo(Wake.DUE);
            assertThat(waiter.await(-5)).isEqualTo(Wake.DUE);
            assertThat(clock.running()).isEqualTo(2);
            assertThat(other).isNotNull();
        }
    }

    @Test
    void standsStillWhileAnOpenWaiterDoesNotWait() throws Exception {
        var clock = VirtualClock.automatic();
        var busy = clock.waiter();
        var woken = waitOnThread(clock, 10);

        clock.awaitWaiting(1);

        assertThat(clock.nanoTime()).isZero();
        assertThat(woken).isNotDone();
        busy.close();
        assertThat(woken.get()).isEqualTo(10);
    }

    @Test
    void aCallBeforeTheWaitIsSeenWithoutATimeMove() {
        var clock = VirtualClock.automatic();
        try (var waiter = clock.waiter()) {
            waiter.signal();
            assertThat(waiter.await(1_000)).isEqualTo(Wake.SIGNALLED);
            assertThat(clock.nanoTime()).isZero();

            assertThat(waiter.await(1_000)).isEqualTo(Wake.DUE);
            waiter.cancel();
            assertThat(waiter.await(5_000)).isEqualTo(Wake.CANCELLED);
            assertThat(waiter.await(5_000)).isEqualTo(Wake.CANCELLED);
            assertThat(clock.nanoTime()).isEqualTo(1_000);
        }
    }

    @Test
    void anInterruptedThreadDoesNotMoveTheTime() {
        var clock = VirtualClock.automatic();
        try (var waiter = clock.waiter()) {
            Thread.currentThread().interrupt();
            assertThat(waiter.await(1_000)).isEqualTo(Wake.CANCELLED);
            assertThat(clock.nanoTime()).isZero();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void signalCancelAndCloseEndAWait() throws Exception {
        for (var call : List.<Consumer<Waiter>>of(Waiter::signal, Waiter::cancel, Waiter::close)) {
            var clock = VirtualClock.manual();
            var waiter = clock.waiter();
            var wake = CompletableFuture.supplyAsync(() -> waiter.await(Waiter.NEVER), Thread::startVirtualThread);
            clock.awaitWaiting(1);

            call.accept(waiter);

            assertThat(wake.get()).isNotEqualTo(Wake.DUE);
            waiter.close();
            assertThat(clock.running()).isZero();
        }
    }

    @Test
    void aClosedWaiterCountsNoMore() throws Exception {
        var clock = VirtualClock.automatic();
        var closed = clock.waiter();
        closed.close();
        closed.close();

        assertThat(closed.await(7)).isEqualTo(Wake.CANCELLED);
        assertThat(waitOnThread(clock, 20).get()).isEqualTo(20);
        assertThat(clock.running()).isZero();
    }

    @Test
    void theDueWakeOneAtATimeInTheOrderOfTheirWaiting() throws Exception {
        var clock = VirtualClock.automatic();
        var hold = clock.waiter();
        var order = Collections.synchronizedList(new ArrayList<Integer>());
        var done = new ArrayList<CompletableFuture<Void>>();
        for (var i = 0; i < 20; i++) {
            var number = i;
            var waiter = clock.waiter();
            done.add(CompletableFuture.runAsync(
                    () -> {
                        waiter.await(100);
                        order.add(number);
                        waiter.close();
                    },
                    Thread::startVirtualThread));
            clock.awaitWaiting(i + 1);
        }

        hold.close();
        for (var each : done) {
            each.get();
        }

        assertThat(order).isEqualTo(IntStream.range(0, 20).boxed().toList());
    }

    @Test
    void byHandItMovesAsFarAsItIsTold() throws Exception {
        var clock = VirtualClock.manual();
        var times = Collections.synchronizedList(new ArrayList<Long>());
        var waiter = clock.waiter();
        var done = CompletableFuture.runAsync(
                () -> {
                    for (var due = 10; due <= 30; due += 10) {
                        waiter.await(due);
                        times.add(clock.nanoTime());
                    }
                    waiter.close();
                },
                Thread::startVirtualThread);

        clock.advance(Duration.ofNanos(9));
        assertThat(times).isEmpty();
        clock.advance(Duration.ofNanos(1));
        assertThat(times).containsExactly(10L);
        clock.advance(Duration.ofNanos(100));

        done.get();
        assertThat(times).containsExactly(10L, 20L, 30L);
        assertThat(clock.nanoTime()).isEqualTo(110);
    }

    @Test
    void manyThreadsShareOneTime() throws Exception {
        var clock = VirtualClock.automatic();
        var hold = clock.waiter();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = IntStream.range(0, 200)
                    .mapToObj(i -> {
                        var waiter = clock.waiter();
                        return threads.submit(() -> {
                            for (var step = 1; step <= 50; step++) {
                                waiter.await((long) step * (i + 1));
                                assertThat(clock.nanoTime()).isEqualTo((long) step * (i + 1));
                            }
                            waiter.close();
                            return true;
                        });
                    })
                    .toList();
            hold.close();
            for (var each : done) {
                assertThat(each.get()).isTrue();
            }
        }
        assertThat(clock.nanoTime()).isEqualTo(50 * 200);
        assertThat(clock.running()).isZero();
    }

    /** While others hold the clock's lock; the test hangs, and so fails, if a call is lost. */
    @Test
    void noCallIsLost() throws Exception {
        var clock = VirtualClock.manual();
        var waiter = clock.waiter();
        var seen = new AtomicInteger();
        var waiting = Thread.startVirtualThread(() -> {
            while (waiter.await(Waiter.NEVER) != Wake.CANCELLED) {
                seen.incrementAndGet();
            }
        });
        var busy = Thread.startVirtualThread(() -> {
            while (waiting.isAlive()) {
                clock.nanoTime();
            }
        });
        for (var i = 1; i <= 5_000; i++) {
            waiter.signal();
            while (seen.get() < i) {
                Thread.onSpinWait();
            }
        }
        waiter.cancel();
        waiting.join();
        busy.join();
        assertThat(seen).hasValue(5_000);
    }

    private static CompletableFuture<Long> waitOnThread(VirtualClock clock, long due) {
        var waiter = clock.waiter();
        return CompletableFuture.supplyAsync(
                () -> {
                    waiter.await(due);
                    var at = clock.nanoTime();
                    waiter.close();
                    return at;
                },
                Thread::startVirtualThread);
    }
}
