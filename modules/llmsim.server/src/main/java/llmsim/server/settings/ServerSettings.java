package llmsim.server.settings;

import java.time.Duration;
import java.util.Optional;

/**
 * Where and within which bounds the server listens.
 *
 * @param host name or address of the interface to listen on; {@code 0.0.0.0} for all
 * @param port to listen on; 0 for any that is free
 * @param maxBodyBytes most bytes of a request's body
 * @param maxBufferedBytes most bytes of the bodies of all requests under way; one body always has room
 * @param maxConnections most open connections
 * @param shutdownGrace how long open exchanges may go on after the order to stop
 * @param corsOrigin the origin that browsers may call from, {@code *} for any; empty for none
 * @param tls by what the server proves who it is; empty for plain HTTP
 */
public record ServerSettings(
        String host,
        int port,
        long maxBodyBytes,
        long maxBufferedBytes,
        int maxConnections,
        Timeouts timeouts,
        Duration shutdownGrace,
        String corsOrigin,
        WebSockets webSockets,
        Optional<TlsSettings> tls) {

    /** The same with the usual bounds of WebSockets, and without TLS. */
    public ServerSettings(
            String host,
            int port,
            long maxBodyBytes,
            long maxBufferedBytes,
            int maxConnections,
            Timeouts timeouts,
            Duration shutdownGrace,
            String corsOrigin) {
        this(
                host,
                port,
                maxBodyBytes,
                maxBufferedBytes,
                maxConnections,
                timeouts,
                shutdownGrace,
                corsOrigin,
                WebSockets.USUAL,
                Optional.empty());
    }

    /**
     * How many WebSockets, and for how long.
     *
     * @param maximum most open ones
     * @param lifetime of each, whatever happens on it
     */
    public record WebSockets(int maximum, Duration lifetime) {
        /** A hundred, and an hour. */
        public static final WebSockets USUAL = new WebSockets(100, Duration.ofHours(1));
    }

    /**
     * How long a client may keep a connection waiting before it is closed.
     *
     * @param header for the whole head of a request, from its first byte
     * @param body for the whole body of a request
     * @param idle between two requests, and before the first one
     * @param write for taking what was sent to it
     */
    public record Timeouts(Duration header, Duration body, Duration idle, Duration write) {}
}
