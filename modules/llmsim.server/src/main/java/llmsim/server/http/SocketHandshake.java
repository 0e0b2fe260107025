package llmsim.server.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import llmsim.api.exchange.Headers;
import llmsim.api.problem.Category;
import llmsim.api.problem.Problem;

/** A client's wish for a WebSocket (RFC 6455, 4.2). */
record SocketHandshake(Headers headers) {
    static final String VERSION = "13";
    private static final int KEY_BYTES = 16;
    private static final int UPGRADE_REQUIRED = 426;
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    /** The wish, if the request is one: it may be in any case, and among others. */
    static Optional<SocketHandshake> in(RawRequest request) {
        var wanted = request.method().equals("GET")
                && hasToken(request.headers(), "upgrade", "websocket")
                && hasToken(request.headers(), "connection", "upgrade");
        return wanted ? Optional.of(new SocketHandshake(request.headers())) : Optional.empty();
    }

    private static boolean hasToken(Headers headers, String name, String token) {
        return headers.all(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .anyMatch(each -> each.strip().equalsIgnoreCase(token));
    }

    /** What is wrong with it. */
    Optional<Problem> problem() {
        if (!headers.first("sec-websocket-version").orElse("").strip().equals(VERSION)) {
            return Optional.of(
                    new Problem.WithStatus(UPGRADE_REQUIRED, "", "The version of a WebSocket must be " + VERSION));
        }
        return hasKey()
                ? Optional.empty()
                : Optional.of(new Problem.Malformed(
                        Category.INVALID_REQUEST, "Sec-WebSocket-Key must be " + KEY_BYTES + " bytes in Base64"));
    }

    private boolean hasKey() {
        try {
            return headers.all("sec-websocket-key").size() == 1
                    && Base64.getDecoder().decode(key()).length == KEY_BYTES;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private String key() {
        return headers.first("sec-websocket-key").orElse("").strip();
    }

    /** The answer that opens the WebSocket. */
    byte[] answer() {
        return ("HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: Upgrade\r\n"
                        + "sec-websocket-accept: " + accept() + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private String accept() {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest((key() + GUID).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
