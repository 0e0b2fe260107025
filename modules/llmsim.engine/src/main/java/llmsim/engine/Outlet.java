package llmsim.engine;

import java.io.IOException;

/**
 * Where the bytes of one answer go; a transport implements it. The engine calls {@code begin} once, {@code write} any
 * number of times, {@code end} once, from one thread at a time. An {@link IOException} from any of them means that the
 * client is gone; nothing is called after it.
 */
public interface Outlet {
    /** Status and headers; they need not leave before the first write. */
    void begin(Head head) throws IOException;

    /**
     * One frame, with its framing. When this returns, the bytes were handed to the socket; the array is used again.
     */
    void write(byte[] bytes, int offset, int length) throws IOException;

    /** The answer is complete. */
    void end() throws IOException;

    /**
     * Whether the bytes go to a client over a connection, so that they can be broken on purpose by the methods below.
     * What is played into memory cannot be.
     */
    default boolean breakable() {
        return false;
    }

    /**
     * Sends the next bytes of a head that waits for the first write.
     *
     * @return whether any are left; false at once where there is no head
     */
    default boolean writeHead(int bytes) throws IOException {
        return false;
    }

    /**
     * A part of a frame, to leave at once. A frame is either written whole or in parts.
     *
     * @param left bytes of the same frame that come in further parts
     */
    default void writePart(byte[] bytes, int offset, int length, int left) throws IOException {
        write(bytes, offset, length);
    }

    /**
     * Breaks the connection off; nothing is called after it. With a length of 0 nothing more leaves, not even a head
     * that still waits.
     *
     * @param sent bytes of a frame that leave before
     * @param length of the frame as it is announced, by a chunk's size, a content length or a frame's head
     */
    default void cut(byte[] bytes, int offset, int sent, int length, Ending ending) throws IOException {
        write(bytes, offset, sent);
    }
}
