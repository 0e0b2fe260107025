package llmsim.server.http;

import io.helidon.common.buffers.DataReader;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpException;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.DirectTransportRequest;
import io.helidon.webserver.http.RoutingRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import llmsim.api.content.Bytes;
import llmsim.api.exchange.Body;

/** Reads a request's body into memory. What is wrong with it becomes a {@link RequestException}. */
final class BodyReader {
    private static final int PIECE_BYTES = 8 * 1024;

    private BodyReader() {}

    static Body read(RoutingRequest request, ArrivingBytes arriving) {
        if (!request.content().hasEntity()) {
            return Body.EMPTY;
        }
        try {
            return new Body.Raw(mediaType(request), Bytes.owned(readAll(request, arriving)));
        } catch (RequestException e) {
            throw refusal(request, e.status(), String.valueOf(e.getMessage()));
        } catch (HttpException e) {
            throw refusal(request, e.status(), String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException | DataReader.IncorrectNewLineException _) {
            throw refusal(request, Status.BAD_REQUEST_400, "A chunk of the body is not well-formed");
        } catch (IOException e) {
            throw new CloseConnectionException("the client is gone", e);
        }
    }

    // The stream is not closed: closing it reads on.
    @SuppressWarnings("resource")
    private static byte[] readAll(RoutingRequest request, ArrivingBytes arriving) throws IOException {
        var in = request.content().inputStream();
        var all = new ByteArrayOutputStream(PIECE_BYTES);
        var piece = new byte[PIECE_BYTES];
        for (var length = in.read(piece); length >= 0; length = in.read(piece)) {
            arriving.decoded();
            all.write(piece, 0, length);
        }
        return all.toByteArray();
    }

    private static String mediaType(RoutingRequest request) {
        return request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
    }

    private static RequestException refusal(RoutingRequest request, Status status, String message) {
        return RequestException.builder()
                .type(DirectHandler.EventType.OTHER)
                .request(DirectTransportRequest.create(request.prologue(), request.headers()))
                .status(status)
                .setKeepAlive(false)
                .message(message)
                .build();
    }
}
