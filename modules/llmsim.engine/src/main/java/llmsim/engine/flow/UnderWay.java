package llmsim.engine.flow;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import llmsim.api.time.Waiter;
import llmsim.api.time.Wake;

/** Counts the exchanges that have begun and are not over, and tells when there is none. Thread-safe. */
final class UnderWay {
    private final AtomicInteger exchanges = new AtomicInteger();
    private final Set<Waiter> listening = ConcurrentHashMap.newKeySet();

    void begin() {
        exchanges.incrementAndGet();
    }

    void end() {
        if (exchanges.decrementAndGet() == 0) {
            listening.forEach(Waiter::signal);
        }
    }

    /** Returns when there is none, or at the time due; whether there is none. */
    boolean awaitNone(Waiter waiter, long dueNanos) {
        listening.add(waiter);
        try {
            var wake = Wake.SIGNALLED;
            while (exchanges.get() > 0 && wake == Wake.SIGNALLED) {
                wake = waiter.await(dueNanos);
            }
            return exchanges.get() == 0;
        } finally {
            listening.remove(waiter);
        }
    }
}
