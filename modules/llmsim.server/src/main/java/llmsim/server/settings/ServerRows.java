package llmsim.server.settings;

import static llmsim.server.settings.Readers.duration;
import static llmsim.server.settings.Readers.integer;
import static llmsim.server.settings.Readers.text;
import static llmsim.server.settings.Readers.trueOrFalse;
import static llmsim.server.settings.Readers.wholeNumber;
import static llmsim.server.settings.Setting.row;

import java.time.Duration;
import java.util.List;

/** The settings of the HTTP server. */
public final class ServerRows {
    private static final long DAY = Duration.ofDays(1).toMillis();

    public static final Setting<Integer> PORT = row(
                    "server.port", integer(0, 65_535), "8080", "Port to listen on; 0 takes a free one.")
            .withFlag("--port");
    public static final Setting<String> HOST = row(
                    "server.host",
                    text("a host name or an address", text -> !text.isBlank()),
                    "0.0.0.0",
                    "Host name or address to listen on; 0.0.0.0 is every interface.")
            .withFlag("--host");
    public static final Setting<Long> MAX_BODY_BYTES = row(
            "server.max_body_bytes",
            wholeNumber(1, 1L << 30),
            "33554432",
            "Most bytes of a request's body; more is refused with 413.");
    public static final Setting<Long> MAX_BUFFERED_BYTES = row(
            "server.max_buffered_bytes",
            wholeNumber(1, 1L << 40),
            "268435456",
            "Most bytes of the bodies of all requests under way together; more is refused with 503.");
    public static final Setting<Integer> MAX_CONNECTIONS =
            row("server.max_connections", integer(1, 1_000_000), "20000", "Most open connections.");
    public static final Setting<Integer> MAX_WEBSOCKET_CONNECTIONS = row(
            "server.max_websocket_connections",
            integer(0, 1_000_000),
            "100",
            "Most open WebSockets; a further one is refused with 503.");
    public static final Setting<Duration> WEBSOCKET_LIFETIME = row(
            "server.websocket_lifetime_ms",
            duration(1, DAY),
            "3600000",
            "How long a WebSocket may stay open, whatever happens on it.");
    public static final Setting<Duration> HEADER_TIMEOUT = row(
            "server.header_timeout_ms",
            duration(1, DAY),
            "10000",
            "How long the head of a request may take to arrive.");
    public static final Setting<Duration> BODY_TIMEOUT = row(
            "server.body_timeout_ms", duration(1, DAY), "60000", "How long the body of a request may take to arrive.");
    public static final Setting<Duration> IDLE_TIMEOUT = row(
            "server.idle_timeout_ms",
            duration(1, DAY),
            "300000",
            "How long a connection may stay open without a request.");
    public static final Setting<Duration> WRITE_TIMEOUT = row(
            "server.write_timeout_ms",
            duration(1, DAY),
            "60000",
            "How long a client may leave what is sent to it unread.");
    public static final Setting<Duration> SHUTDOWN_GRACE = row(
            "server.shutdown_grace_ms",
            duration(0, DAY),
            "10000",
            "How long open streams may go on after the order to stop.");
    public static final Setting<String> CORS_ORIGIN = row(
            "server.cors_origin",
            text("an origin such as https://app.example, * or none", ServerRows::isOrigin),
            "*",
            "Origin whose pages may call from a browser: * for any, none for no page. Quote the * in YAML.");

    public static final Setting<Boolean> ALLOW_REQUEST_OVERRIDES = row(
                    "server.allow_request_overrides",
                    trueOrFalse(),
                    "true",
                    "Whether a request may want something for itself alone in X-LLMSim-* headers; otherwise they are not read.")
            .whileRunning();

    static final List<Setting<?>> ALL = List.of(
            PORT,
            HOST,
            MAX_BODY_BYTES,
            MAX_BUFFERED_BYTES,
            MAX_CONNECTIONS,
            MAX_WEBSOCKET_CONNECTIONS,
            WEBSOCKET_LIFETIME,
            HEADER_TIMEOUT,
            BODY_TIMEOUT,
            IDLE_TIMEOUT,
            WRITE_TIMEOUT,
            SHUTDOWN_GRACE,
            CORS_ORIGIN,
            ALLOW_REQUEST_OVERRIDES);

    private ServerRows() {}

    private static boolean isOrigin(String text) {
        return text.equals("*") || text.equals("none") || text.matches("https?://[^\\s/]+");
    }
}
