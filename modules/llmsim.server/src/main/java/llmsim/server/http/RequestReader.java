package llmsim.server.http;

import io.helidon.common.buffers.DataReader;
import io.helidon.http.DirectHandler;
import io.helidon.http.HttpToken;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectTransportRequest;
import java.nio.charset.StandardCharsets;

/** Reads requests, and refuses methods that are none: Helidon would take them for a defect of its own. */
final class RequestReader extends DataReader {
    private boolean atRequestLine = true;

    // Helidon means to close its class; nothing else sees a request line before Helidon fails at it.
    @SuppressWarnings("removal")
    RequestReader(ArrivingBytes arriving) {
        super(arriving);
    }

    /** What is read next is a request line. */
    void nextRequest() {
        atRequestLine = true;
    }

    @Override
    public byte[] readBytes(int length) {
        var bytes = super.readBytes(length);
        if (atRequestLine) {
            atRequestLine = false;
            checkMethod(new String(bytes, StandardCharsets.US_ASCII));
        }
        return bytes;
    }

    private static void checkMethod(String requestLine) {
        var end = requestLine.indexOf(' ');
        if (end >= 0 && !isToken(requestLine.substring(0, end))) {
            throw refusal(requestLine.substring(end + 1));
        }
    }

    private static boolean isToken(String method) {
        try {
            HttpToken.validate(method);
            return !method.isEmpty();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static RequestException refusal(String afterMethod) {
        var path = afterMethod.split("[ ?]", 2)[0];
        return RequestException.builder()
                .type(DirectHandler.EventType.BAD_REQUEST)
                .request(DirectTransportRequest.create("HTTP/1.1", "", path))
                .status(Status.BAD_REQUEST_400)
                .setKeepAlive(false)
                .message("the method must be a token such as GET")
                .build();
    }
}
