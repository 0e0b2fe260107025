package llmsim.server.http;

import java.time.Duration;

/** Bounds that nobody has needed to change so far, so that no setting exists for them. */
final class HttpLimits {
    /** Most bytes of a request line: method, path and query. */
    static final int REQUEST_LINE_BYTES = 16 * 1024;

    /** Most bytes of all header fields of a request. */
    static final int HEADER_BYTES = 32 * 1024;

    /** Bytes that may arrive for a body beyond the body itself before a piece of it is complete. */
    static final int CHUNK_OVERHEAD_BYTES = 16 * 1024;

    /** How long a client may go on sending after its connection was given up. */
    static final Duration LINGER = Duration.ofSeconds(2);

    private HttpLimits() {}
}
