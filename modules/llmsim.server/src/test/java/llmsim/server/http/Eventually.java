package llmsim.server.http;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for something to become true. */
final class Eventually {
    private static final long LIMIT_NANOS = Duration.ofSeconds(30).toNanos();
    private static final long LOOK_NANOS = Duration.ofMillis(1).toNanos();

    private Eventually() {}

    static void holds(String what, BooleanSupplier condition) {
        var started = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - started > LIMIT_NANOS) {
                throw new AssertionError("not within " + LIMIT_NANOS + " ns: " + what);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
