package llmsim.engine.play;

import java.io.IOException;
import llmsim.api.exchange.Outcome;
import llmsim.api.reply.ReplyEvent;
import llmsim.api.time.Waiter;
import llmsim.engine.Head;
import llmsim.engine.Outlet;

/**
 * Hands the frames of one answer over to its outlet: as they are, or broken on purpose. What most answers do not need
 * does nothing unless it is overridden. Not thread-safe.
 */
public interface FrameWriter {
    /** A writer that hands everything over as it is. */
    static FrameWriter to(Outlet outlet) {
        return new PlainWriter(outlet);
    }

    /** The time of the answer begins, on the scale of the clock; what leaves at once may have left before. */
    default void setOff(long beginNanos) {}

    void begin(Head head) throws IOException;

    /**
     * One frame with its framing; the array is used again.
     *
     * @param tokens completion tokens in it
     */
    void write(byte[] bytes, int offset, int length, int tokens) throws IOException;

    void end() throws IOException;

    /**
     * The frames of the end come next, and this is the first of them; nothing of it has left yet.
     *
     * @param length 0 if there is none
     */
    default void closing(byte[] bytes, int length, int tokens) throws IOException {}

    /** An event that is about to be rendered. */
    default void hear(ReplyEvent event) {}

    /** When {@link #ring} is to be called, on the scale of the clock. */
    default long alarm() {
        return Waiter.NEVER;
    }

    /** The moment of the alarm has come. */
    default void ring() throws IOException {}

    /** Whether the rest of the answer is left out, so that nobody needs to wait for it. */
    default boolean abridges() {
        return false;
    }

    /** Until when something was held back on purpose, on the scale of the clock. */
    default long heldUntil() {
        return Long.MIN_VALUE;
    }

    /** How an answer that was played to its end has ended. */
    default Outcome outcome() {
        return new Outcome.Done();
    }
}
