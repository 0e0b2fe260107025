package llmsim.engine.fault;

import java.io.IOException;

/** How an answer is broken: what becomes of its frames from the place on. Serves one answer. */
interface Way {
    /**
     * A frame comes.
     *
     * @return whether the next one comes here too; if not, the fault is over
     */
    boolean frame(Frame frame, Wire wire) throws IOException;

    /** The frames of the end come next, of which this is the first. Accounts are settled behind this. */
    default void closing(Frame first, Wire wire) throws IOException {}

    /** No frame comes any more. */
    default void end(Wire wire) throws IOException {
        wire.outlet().end();
    }

    /** The head waits to be sent. */
    default void head(Wire wire) throws IOException {}

    /**
     * The moment of the place has come, between two frames.
     *
     * @return whether the next frame comes here too
     */
    default boolean moment(Wire wire) throws IOException {
        return true;
    }

    /**
     * An event at the place, or behind it, is about to be rendered.
     *
     * @return whether the next one comes here too
     */
    default boolean event(Wire wire) {
        return true;
    }

    /**
     * One frame with its framing.
     *
     * @param at bytes of it before the place: none unless it is a whole answer
     * @param tokens of the answer before the place, if it is a whole one
     * @param call whether it carries a piece of a tool call
     * @param last whether it is one of the end
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and gone before the array is used again
    record Frame(byte[] bytes, int offset, int length, int at, long tokens, boolean call, boolean last) {
        static final Frame NONE = new Frame(new byte[0], 0, 0, 0, 0, false, false);

        int half() {
            return at > 0 ? at : (length + 1) / 2;
        }
    }
}
