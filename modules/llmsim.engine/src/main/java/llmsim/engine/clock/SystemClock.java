package llmsim.engine.clock;

import java.time.Instant;
import llmsim.api.time.Clock;
import llmsim.api.time.Waiter;
import org.jspecify.annotations.Nullable;

/** The machine's time. Waits end never early, and late by a tick of 1 ms and the dispatch of a thread at the most. */
public final class SystemClock implements Clock, AutoCloseable {
    private final Wheel wheel = new Wheel(System::nanoTime);

    private SystemClock() {}

    /** A running clock with a thread of its own; close it when no exchange uses it any more. */
    public static SystemClock start() {
        var clock = new SystemClock();
        clock.wheel.start();
        return clock;
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public Waiter waiter() {
        return new WheelWaiter();
    }

    /** Ends the clock's thread; waits that are under way are never woken. */
    @Override
    public void close() {
        wheel.close();
    }

    private final class WheelWaiter extends ParkedWaiter {
        private Wheel.@Nullable Entry entry;

        @Override
        boolean reached(long dueNanos) {
            return dueNanos != NEVER && System.nanoTime() - dueNanos >= 0;
        }

        @Override
        void enlist(long dueNanos) {
            entry = dueNanos == NEVER ? null : wheel.enlist(this, dueNanos);
        }

        @Override
        void delist() {
            if (entry != null) {
                entry.leave();
                entry = null;
            }
        }
    }
}
