package llmsim.engine.flow;

import java.util.Optional;
import llmsim.api.render.Opening;
import llmsim.api.time.Waiter;
import llmsim.api.time.Wake;

/** What the thread of a play tells the one that waits for its beginning. Thread-safe. */
final class Beginning {
    private final Waiter waiter;
    private Optional<Opening> opening = Optional.empty();
    private volatile boolean told;

    /**
     * @param waiter of the thread that waits
     */
    Beginning(Waiter waiter) {
        this.waiter = waiter;
    }

    /** It has begun, or, without an opening, it never will as a reply. Only the first time counts. */
    synchronized void tell(Optional<Opening> begun) {
        if (!told) {
            opening = begun;
            told = true;
            waiter.signal();
        }
    }

    /** Returns when it has begun, or the waiter is cancelled. */
    Optional<Opening> await() {
        var wake = Wake.SIGNALLED;
        while (!told && wake != Wake.CANCELLED) {
            wake = waiter.await(Waiter.NEVER);
        }
        return known();
    }

    private synchronized Optional<Opening> known() {
        return opening;
    }
}
