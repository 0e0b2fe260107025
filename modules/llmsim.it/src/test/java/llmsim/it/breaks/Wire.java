package llmsim.it.breaks;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import llmsim.server.LlmSim;

/** A connection to a simulator, of which every byte is seen, and how it ends. */
final class Wire implements AutoCloseable {
    private static final int LIMIT_MILLIS = 60_000;

    private final Socket socket;
    private final InputStream in;

    private Wire(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        socket.setSoTimeout(LIMIT_MILLIS);
        socket.setTcpNoDelay(true);
    }

    static Wire to(LlmSim llm) throws IOException {
        return new Wire(new Socket(InetAddress.getLoopbackAddress(), llm.port()));
    }

    /** An encrypted one, of which the bytes are seen as they were before they were encrypted. */
    static Wire to(LlmSim llm, SSLContext trusting) throws IOException {
        return new Wire(trusting.getSocketFactory().createSocket("localhost", llm.port()));
    }

    /** How a connection ended. */
    enum End {
        FIN,
        RESET
    }

    /**
     * All that came.
     *
     * @param first how many bytes came at first
     */
    record Got(String bytes, int first, End end) {
        String head() {
            return bytes.isEmpty() ? "" : bytes.substring(0, bytes.indexOf("\r\n\r\n") + 4);
        }

        String body() {
            return bytes.substring(head().length());
        }
    }

    /** Posts a request after which the connection is to be closed, and reads to the end. */
    Got post(String path, String json, String... headers) throws IOException {
        send(request("POST", path, headers) + "Connection: close\r\nContent-Type: application/json\r\nContent-Length: "
                + json.length() + "\r\n\r\n" + json);
        return toEnd();
    }

    private static String request(String method, String path, String... headers) {
        var request = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: x\r\n");
        for (var header : headers) {
            request.append(header).append("\r\n");
        }
        return request.toString();
    }

    /** Opens a WebSocket. */
    Wire upgrade(String path, String... headers) throws IOException {
        send(request("GET", path, headers) + "Upgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        if (!head.toString().startsWith("HTTP/1.1 101")) {
            throw new IOException(head.toString());
        }
        return this;
    }

    /** Sends a frame with a mask of zeros. */
    Wire frame(int first, byte[] payload) throws IOException {
        var frame = new ByteArrayOutputStream();
        frame.write(first);
        if (payload.length < 126) {
            frame.write(0x80 | payload.length);
        } else {
            frame.write(0x80 | 126);
            frame.write(payload.length >>> 8);
            frame.write(payload.length);
        }
        frame.writeBytes(new byte[4]);
        frame.writeBytes(payload);
        socket.getOutputStream().write(frame.toByteArray());
        return this;
    }

    Wire text(String message) throws IOException {
        return frame(0x81, message.getBytes(StandardCharsets.UTF_8));
    }

    private void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    int read() throws IOException {
        return in.read();
    }

    byte[] read(int length) throws IOException {
        return in.readNBytes(length);
    }

    /** Everything until the server ends the connection. */
    Got toEnd() throws IOException {
        var all = new ByteArrayOutputStream();
        var first = 0;
        var buffer = new byte[8192];
        try {
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                first = all.size() == 0 ? read : first;
                all.write(buffer, 0, read);
            }
            return new Got(all.toString(StandardCharsets.ISO_8859_1), first, End.FIN);
        } catch (SSLException unfinished) {
            // Nobody said that this would be the end: no close_notify came.
            if (!(unfinished.getCause() instanceof EOFException)) {
                throw unfinished;
            }
            return new Got(all.toString(StandardCharsets.ISO_8859_1), first, End.FIN);
        } catch (SocketException reset) {
            if (!"Connection reset".equals(reset.getMessage())) {
                throw reset;
            }
            return new Got(all.toString(StandardCharsets.ISO_8859_1), first, End.RESET);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
