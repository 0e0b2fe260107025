package llmsim.engine.capacity;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import llmsim.api.time.Clock;
import llmsim.engine.configuration.ModelCapacity;
import llmsim.engine.gate.SlotLoad;

/** The slots of one model and those who wait for one. Changed by one thread at a time; {@link #busy} is read by any. */
final class Slots {
    private volatile ModelCapacity capacity;
    private final AtomicInteger queued;
    private final Clock clock;
    private final Turnover turnover;
    private final AtomicInteger inUse = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Set<Place> queue = new LinkedHashSet<>();

    /**
     * @param queued those who wait, of all models together
     * @param clock measures how long slots are held
     * @param turnover hears it
     */
    Slots(ModelCapacity capacity, AtomicInteger queued, Clock clock, Turnover turnover) {
        this.capacity = capacity;
        this.queued = queued;
        this.clock = clock;
        this.turnover = turnover;
    }

    /** Gives a slot or a place in the queue, if there is either. */
    void enter(Place place) {
        if (free()) {
            inUse.incrementAndGet();
            place.enter(this);
            place.grant(clock.nanoTime());
        } else if (queue.size() < capacity.queue()) {
            queue.add(place);
            queued.incrementAndGet();
            waiting.incrementAndGet();
            place.enter(this);
        }
    }

    /** Takes back the slot, which goes to the one that waits longest, or the place in the queue. */
    void leave(Place place) {
        if (queue.remove(place)) {
            queued.decrementAndGet();
            waiting.decrementAndGet();
        } else {
            inUse.decrementAndGet();
            turnover.add(clock.nanoTime() - place.grantedNanos());
            serve();
        }
    }

    /** So much from now on; nobody loses what he has. */
    void become(ModelCapacity other) {
        if (!capacity.equals(other)) {
            capacity = other;
            serve();
        }
    }

    private void serve() {
        while (!queue.isEmpty() && free()) {
            inUse.incrementAndGet();
            first(queue.iterator()).grant(clock.nanoTime());
        }
    }

    private boolean free() {
        return capacity.slots() == 0 || inUse.get() < capacity.slots();
    }

    private Place first(Iterator<Place> line) {
        var first = line.next();
        line.remove();
        queued.decrementAndGet();
        waiting.decrementAndGet();
        return first;
    }

    /** Whether nobody has a slot; then nobody waits for one either. */
    boolean idle() {
        return inUse.get() == 0;
    }

    /** What part of the slots is taken, from 0 to 1; 0 if there are as many as are wanted. */
    double load() {
        var all = capacity.slots();
        return all == 0 ? 0 : Math.min(1, (double) inUse.get() / all);
    }

    SlotLoad busy() {
        return new SlotLoad(capacity.slots(), inUse.get(), waiting.get());
    }

    int inUse() {
        return inUse.get();
    }

    int all() {
        return capacity.slots();
    }

    double slowdown() {
        return capacity.slowdown();
    }
}
