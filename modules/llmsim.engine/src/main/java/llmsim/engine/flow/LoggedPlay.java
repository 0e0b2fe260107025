package llmsim.engine.flow;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import llmsim.api.time.Waiter;
import llmsim.api.time.Wake;

/** A play into a log, which can be called off while it is under way. Thread-safe. */
final class LoggedPlay {
    private final FrameLog log = new FrameLog();
    private final Set<Waiter> callers = ConcurrentHashMap.newKeySet();
    private final Waiter playing;
    private volatile boolean calledOff;
    private volatile boolean over;

    /**
     * @param playing on which the play waits
     */
    LoggedPlay(Waiter playing) {
        this.playing = playing;
    }

    FrameLog log() {
        return log;
    }

    boolean calledOff() {
        return calledOff;
    }

    /** The play has ended, and is settled. */
    void end() {
        log.close();
        over = true;
        callers.forEach(Waiter::signal);
    }

    /** Calls it off unless it is over, and returns when it is, or when the waiter is cancelled. */
    void callOff(Waiter waiter) {
        calledOff = true;
        playing.cancel();
        callers.add(waiter);
        try {
            var wake = Wake.SIGNALLED;
            while (!over && wake != Wake.CANCELLED) {
                wake = waiter.await(Waiter.NEVER);
            }
        } finally {
            callers.remove(waiter);
        }
    }
}
