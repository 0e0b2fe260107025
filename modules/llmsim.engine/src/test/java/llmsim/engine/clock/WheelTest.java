package llmsim.engine.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import llmsim.api.time.Wake;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The wheel over a time that the test moves. */
class WheelTest {
    private static final long TICK = Wheel.TICK_NANOS;

    private final AtomicLong time = new AtomicLong();
    private final Wheel wheel = new Wheel(time::get);
    private final Thread thread = Thread.ofPlatform().daemon().unstarted(wheel);

    @AfterEach
    void stop() {
        wheel.close();
        LockSupport.unpark(thread);
    }

    @Test
    void wakesAtTheFirstTickThatIsNotBefore() throws Exception {
        thread.start();
        var first = waiting(3 * TICK - 5);
        var second = waiting(3 * TICK + 5);

        moveTo(3 * TICK);

        assertThat(first.get()).isEqualTo(Wake.DUE);
        assertThat(second).isNotDone();
        moveTo(4 * TICK);
        assertThat(second.get()).isEqualTo(Wake.DUE);
    }

    @Test
    void goesThroughEveryTickThatItMissed() throws Exception {
        var all = new CompletableFuture<?>[200];
        for (var i = 0; i < all.length; i++) {
            all[i] = waiting((i + 1) * 37L * TICK);
        }
        thread.start();

        moveTo(200 * 37L * TICK);

        CompletableFuture.allOf(all).get();
    }

    @Test
    void aPauseLongerThanTheRingMissesNobody() throws Exception {
        var near = waiting(5 * TICK);
        var far = waiting(20_000 * TICK);
        thread.start();

        moveTo(1_000_000 * TICK);

        assertThat(near.get()).isEqualTo(Wake.DUE);
        assertThat(far.get()).isEqualTo(Wake.DUE);
    }

    @Test
    void whoSharesASlotWakesInItsOwnRound() throws Exception {
        thread.start();
        var rounds = new CompletableFuture<?>[] {
            waiting(7 * TICK),
            waiting((7 + 4096) * TICK),
            waiting((7 + 2 * 4096) * TICK),
            waiting((7 + 3 * 4096) * TICK)
        };
        for (var round = 0; round < rounds.length; round++) {
            assertThat(rounds[round]).isNotDone();
            moveTo((7 + round * 4096L) * TICK);
            rounds[round].get();
        }
    }

    @Test
    void keepsNobodyAliveForLongerThanARound() throws Exception {
        thread.start();
        var left = leaveBehind();
        var last = waiting(4096 * TICK);
        moveTo(4096 * TICK);
        last.get();

        while (left.get() != null) {
            System.gc();
        }
        assertThat(left.get()).isNull();
    }

    @Test
    void aClosedWheelEnds() throws Exception {
        thread.start();
        wheel.close();
        LockSupport.unpark(thread);
        thread.join();
        assertThat(thread.isAlive()).isFalse();
    }

    private WeakReference<ParkedWaiter> leaveBehind() {
        var waiter = new TrialWaiter();
        wheel.enlist(waiter, 100_000 * TICK).leave();
        return new WeakReference<>(waiter);
    }

    private CompletableFuture<Wake> waiting(long due) throws Exception {
        var waiter = new TrialWaiter();
        var enlisted = waiter.enlisted;
        var wake = CompletableFuture.supplyAsync(() -> waiter.await(due), Thread::startVirtualThread);
        enlisted.get();
        return wake;
    }

    private void moveTo(long nanos) {
        time.set(nanos);
        LockSupport.unpark(thread);
    }

    private final class TrialWaiter extends ParkedWaiter {
        private final CompletableFuture<Void> enlisted = new CompletableFuture<>();
        private Wheel.@Nullable Entry entry;

        @Override
        boolean reached(long dueNanos) {
            return time.get() >= dueNanos;
        }

        @Override
        void enlist(long dueNanos) {
            entry = wheel.enlist(this, dueNanos);
            enlisted.complete(null);
        }

        @Override
        void delist() {
            entry.leave();
        }
    }
}
