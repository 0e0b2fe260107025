import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Makes the ahead-of-time cache of an image: {@code java Train.java IMAGE} runs the image's own llmsim, asks it what
 * clients ask, and stops it; what was loaded, linked and learnt meanwhile is in {@code lib/llmsim.aot} then. An image
 * without one works as well, it only starts more slowly, so what goes wrong here is told and ends nothing.
 */
final class Train {
    private static final int ROUNDS = 40;
    private static final int SECONDS = 120;
    private static final List<String> READ =
            List.of("/health", "/metrics", "/llmsim/stats", "/openai/v1/models", "/llmsim/");
    private static final String CHAT = "/openai/v1/chat/completions";
    private static final String RESPONSES = "/openresponses/v1/responses";

    private static final String PLAIN = """
            {"model": "gpt-5", "stream": %b, "messages": [{"role": "user", "content": "Hello %d"}]}""";
    private static final String WITH_TOOLS = """
            {"model": "gpt-4", "stream": %b, "messages": [{"role": "user", "content": "Hello %d"}],
            "tools": [{"type": "function", "function": {"name": "f", "parameters": {"type": "object"}}}]}""";
    private static final String RESPONSE = """
            {"model": "gpt-5", "stream": %b, "input": "Hello %d"}""";

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI server;

    private Train(URI server) {
        this.server = server;
    }

    public static void main(String[] args) throws InterruptedException {
        var image = Path.of(args[0]).toAbsolutePath();
        var cache = image.resolve("lib/llmsim.aot");
        try {
            // On Windows a process cannot be asked to stop, only be ended before it has written anything.
            if (!System.getProperty("os.name").startsWith("Windows")) {
                train(image, cache);
            }
        } catch (IOException failure) {
            System.err.println(failure);
        }
        if (!Files.exists(cache)) {
            System.err.println("the image has no ahead-of-time cache, so llmsim will start more slowly");
        }
    }

    private static void train(Path image, Path cache) throws IOException, InterruptedException {
        var process = start(image, cache);
        process.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).exceptionally(_ -> process.destroyForcibly());
        try (var lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var at = line.indexOf(" listens on ");
                if (at >= 0) {
                    new Train(URI.create(line.substring(at + " listens on ".length()))).ask();
                    process.toHandle().destroy(); // The process itself would close its output with it.
                }
            }
            process.waitFor();
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start(Path image, Path cache) throws IOException {
        var launcher = image.resolve("bin/llmsim").toString();
        var builder = new ProcessBuilder(launcher, "serve", "--port", "0", "--latency", "instant")
                .redirectErrorStream(true)
                .directory(image.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LLMSIM_"));
        builder.environment().keySet().removeAll(List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS"));
        builder.environment().put("JAVA_OPTS", "-XX:AOTCacheOutput=" + cache);
        return builder.start();
    }

    private void ask() throws IOException, InterruptedException {
        for (var path : READ) {
            client.send(HttpRequest.newBuilder(server.resolve(path)).build(), BodyHandlers.discarding());
        }
        for (var round = 0; round < ROUNDS; round++) {
            for (var stream : List.of(true, false)) {
                post(CHAT, PLAIN, stream, round);
                post(CHAT, WITH_TOOLS, stream, round);
                post(RESPONSES, RESPONSE, stream, round);
            }
            post(CHAT, "{}");
        }
    }

    private void post(String path, String body, Object... values) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .header("content-type", "application/json")
                .header("authorization", "Bearer none")
                .timeout(Duration.ofSeconds(SECONDS))
                .POST(BodyPublishers.ofString(body.formatted(values)))
                .build();
        client.send(request, BodyHandlers.discarding());
    }
}
