package llmsim.terminal.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Gives each connection the next answer; none if that is empty. Keeps the heads of the requests. */
final class ScriptedServer implements AutoCloseable {
    final Queue<String> heads = new ConcurrentLinkedQueue<>();
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private final Queue<String> answers;
    private final ServerSocket server;

    ScriptedServer(String... answers) throws IOException {
        this.answers = new ConcurrentLinkedQueue<>(List.of(answers));
        this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    static String json(int status, String body) {
        return "HTTP/1.1 " + status + " x\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    private void serve() {
        try {
            while (true) {
                answer(server.accept());
            }
        } catch (IOException _) {
            // Closed.
        }
    }

    private void answer(Socket socket) throws IOException {
        open.add(socket);
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) socket.getInputStream().read());
        }
        heads.add(head.toString());
        var answer = answers.isEmpty() ? "" : answers.remove();
        if (!answer.isEmpty()) {
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            socket.close();
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (var socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
