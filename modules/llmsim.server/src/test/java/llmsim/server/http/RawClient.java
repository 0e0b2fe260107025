package llmsim.server.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A client that sends what it is told, byte by byte, and understands only as much of HTTP as the tests need. */
final class RawClient implements AutoCloseable {
    private static final int LIMIT_MILLIS = 30_000;

    private final Socket socket;
    private final InputStream in;

    private RawClient(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        socket.setSoTimeout(LIMIT_MILLIS);
        socket.setTcpNoDelay(true);
    }

    static RawClient connect(HttpServer server) throws IOException {
        return new RawClient(new Socket(InetAddress.getLoopbackAddress(), server.port()));
    }

    Socket socket() {
        return socket;
    }

    RawClient send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawClient send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** Sends a GET and reads its answer. */
    Response get(String path) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").response();
    }

    /** The next answer, whole. */
    Response response() throws IOException {
        return response(false);
    }

    Response response(boolean toHead) throws IOException {
        var statusLine = line();
        var headers = new TreeMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            headers.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (a, b) -> a + ", " + b);
        }
        var status = Integer.parseInt(statusLine.substring(9, 12));
        return new Response(status, headers, toHead || status == 204 || status < 200 ? "" : body(headers));
    }

    private String body(Map<String, String> headers) throws IOException {
        if (headers.containsKey("content-length")) {
            return utf8(in.readNBytes(Integer.parseInt(headers.get("content-length"))));
        }
        var body = new ByteArrayOutputStream();
        for (var chunk = chunk(); chunk.length > 0; chunk = chunk()) {
            body.writeBytes(chunk);
        }
        return utf8(body.toByteArray());
    }

    /** The next chunk of a chunked body; empty at its end. */
    byte[] chunk() throws IOException {
        var chunk = in.readNBytes(Integer.parseInt(line(), 16));
        line();
        return chunk;
    }

    String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("closed after: " + utf8(line.toByteArray()));
            }
            line.write(next);
        }
        return utf8(line.toByteArray()).stripTrailing();
    }

    /** The next byte; -1 if the server has closed. */
    int read() throws IOException {
        return in.read();
    }

    byte[] read(int length) throws IOException {
        return in.readNBytes(length);
    }

    /** Everything until the server closes; a reset counts as its end. */
    String untilClosed() {
        var all = new ByteArrayOutputStream();
        try {
            for (var next = in.read(); next >= 0; next = in.read()) {
                all.write(next);
            }
        } catch (java.net.SocketTimeoutException e) {
            throw new AssertionError("still open after " + LIMIT_MILLIS + " ms", e);
        } catch (IOException _) {
            // reset
        }
        return utf8(all.toByteArray());
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    record Response(int status, Map<String, String> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }
}
