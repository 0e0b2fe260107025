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
}
