package llmsim.server.http;

import io.helidon.http.Status;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import llmsim.engine.Head;

/** Writes what precedes an answer's bytes: status line, date, CORS, and the fields that the engine wants. */
final class ResponseHeads {
    private static final byte[] STATUS_200 = ascii("HTTP/1.1 200 OK\r\ndate: ");
    private static final byte[] CLOSE = ascii("connection: close\r\n");

    /** The server alone decides how an answer is framed. */
    private static final Set<String> OWN_FIELDS =
            Set.of("content-length", "transfer-encoding", "connection", "date", "trailer", "upgrade", "keep-alive");

    private final HttpDate date;
    private final byte[] corsFields;

    ResponseHeads(HttpDate date, Cors cors) {
        this.date = date;
        var fields = new StringBuilder();
        cors.fields()
                .forEach((name, value) ->
                        fields.append(name).append(": ").append(value).append("\r\n"));
        this.corsFields = ascii(fields.toString());
    }

    /** All but the fields of the framing and the empty line. */
    void write(WireBuffer buffer, Head head, boolean keepAlive) {
        statusLine(buffer, head.status());
        buffer.append(date.text()).lineEnd();
        buffer.append(corsFields);
        head.headers().forEach((name, value) -> {
            if (!OWN_FIELDS.contains(name)) {
                buffer.field(name).field(": ").field(value).lineEnd();
            }
        });
        if (!keepAlive) {
            buffer.append(CLOSE);
        }
    }

    private static void statusLine(WireBuffer buffer, int status) {
        if (status == 200) {
            buffer.append(STATUS_200);
        } else {
            var reason = Status.create(status).reasonPhrase();
            buffer.field("HTTP/1.1 " + status + " " + reason).lineEnd().field("date: ");
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
