import java.net.URI;
import java.net.http.HttpClient;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Pattern;

/** Responses over a WebSocket with the JDK alone: one after the other, the second goes on from the first. */
final class WebSocket implements java.net.http.WebSocket.Listener {
    private static final Pattern DELTA = Pattern.compile("\"delta\":\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern ID = Pattern.compile("\"response\":\\{\"id\":\"([^\"]+)\"");

    private final LinkedBlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();

    public static void main(String[] args) throws InterruptedException {
        var base = System.getenv().getOrDefault("LLMSIM_URL", "http://localhost:8080");
        var listener = new WebSocket();
        try (var http = HttpClient.newHttpClient()) {
            var socket = http.newWebSocketBuilder()
                    .header("authorization", "Bearer any")
                    .buildAsync(URI.create(base.replaceFirst("http", "ws") + "/openai/v1/responses"), listener)
                    .join();
            var create = "{\"type\":\"response.create\",\"model\":\"gpt-5\",\"input\":\"%s\",\"store\":false%s}";
            socket.sendText(create.formatted("Hello", ""), true).join();
            var first = listener.play("first:    ");
            var previous = ",\"previous_response_id\":\"%s\"";
            socket.sendText(create.formatted("And then?", previous.formatted(first)), true)
                    .join();
            listener.play("second:   ");
            socket.sendText(create.formatted("And then?", previous.formatted("resp_nobody")), true)
                    .join();
            listener.play("error:    ");
            socket.sendClose(java.net.http.WebSocket.NORMAL_CLOSURE, "").join();
        }
    }

    /** Prints one response as it comes, and returns its id. */
    private String play(String label) throws InterruptedException {
        System.out.print(label);
        while (true) {
            var event = events.take();
            if (event.startsWith("{\"type\":\"error\"")) {
                System.out.println(event);
                return "";
            }
            if (event.contains("\"type\":\"response.output_text.delta\"")) {
                DELTA.matcher(event).results().forEach(delta -> System.out.print(delta.group(1)));
            }
            if (event.contains("\"type\":\"response.completed\"")) {
                System.out.println();
                return ID.matcher(event).results().findFirst().orElseThrow().group(1);
            }
        }
    }

    @Override
    public CompletionStage<?> onText(java.net.http.WebSocket socket, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            events.add(part.toString());
            part.setLength(0);
        }
        socket.request(1);
        return null;
    }
}
