package llmsim.it.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import llmsim.it.testkit.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/llmsim serve} of the image. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has a launcher of its own")
class ServeIT {
    @TempDir
    Path dir;

    @Test
    void answersHealthAndChat() throws Exception {
        var begin = System.nanoTime();
        try (var llmsim = serve("--latency", "instant", "--generator", "fixed:Hello from the image")) {
            var uri = llmsim.uri();
            assertThat(Http.get(uri + "/health").body()).isEqualTo("{\"status\":\"ok\",\"service\":\"llmsim\"}");
            var millis = (System.nanoTime() - begin) / 1_000_000;
            var idle = rssMegabytes(llmsim);
            var chat = chat(uri);

            assertThat(chat).contains("Hello from the image");
            System.out.printf(
                    "image: %d ms from exec to /health; RSS %s MB idle, %s MB after a chat%n",
                    millis, idle, rssMegabytes(llmsim));
        }
    }

    @Test
    void startLinesSayWhatMatters() throws Exception {
        try (var llmsim = serve("--seed", "42", "--latency", "gpt4o")) {
            var lines = llmsim.linesTo("settings");

            assertThat(lines).anyMatch(line -> line.matches(" *openai +http://localhost:\\d+/openai/v1"));
            assertThat(lines).anyMatch(line -> line.matches(" *latency +gpt4o"));
            assertThat(lines).anyMatch(line -> line.matches(" *seed +42"));
            assertThat(llmsim.errors()).isEmpty();
        }
    }

    @Test
    void aTakenPortIsOneLine() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var llmsim = start("--host", "127.0.0.1", "--port", String.valueOf(taken.getLocalPort()))) {
            assertThat(llmsim.ended()).isEqualTo(1);
            assertThat(llmsim.errors().lines())
                    .singleElement()
                    .asString()
                    .contains(String.valueOf(taken.getLocalPort()));
            assertThat(llmsim.out().lines()).isEmpty();
        }
    }

    @Test
    void everythingThatIsWrongWithTheFileIsSaid() throws Exception {
        var file = dir.resolve("bad.yaml");
        Files.writeString(file, """
                server:
                  prot: 1
                latency:
                  profile: gtp4
                response:
                  target_tokens: many
                """);
        try (var llmsim = start("--config", file.toString())) {
            assertThat(llmsim.ended()).isEqualTo(2);
            assertThat(llmsim.errors().lines())
                    .hasSize(3)
                    .anyMatch(line -> line.contains("bad.yaml:2:3") && line.contains("did you mean 'port'"))
                    .anyMatch(line -> line.contains("bad.yaml:4:12") && line.contains("did you mean 'gpt4'"))
                    .anyMatch(line -> line.contains("bad.yaml:6:18") && line.contains("many"));
        }
    }

    @Test
    void aMissingFileAndAWrongFlagAreSaid() throws Exception {
        try (var noFile = start("--config", dir.resolve("nowhere.yaml").toString());
                var noFlag = start("--prot", "1")) {
            assertThat(noFile.ended()).isPositive();
            assertThat(noFile.errors()).contains("nowhere.yaml");
            assertThat(noFlag.ended()).isEqualTo(2);
            assertThat(noFlag.errors()).contains("'--prot'", "did you mean '--port'");
        }
    }

    private Program serve(String... options) throws IOException {
        return start(Stream.concat(Stream.of("--port", "0"), Stream.of(options)).toArray(String[]::new));
    }

    private Program start(String... options) throws IOException {
        var command = new ArrayList<>(List.of(Image.built().llmsim(), "serve"));
        command.addAll(List.of(options));
        return Program.start(dir, command);
    }

    private static String chat(URI uri) throws Exception {
        return Http.post(
                        uri + "/openai/v1/chat/completions",
                        "{\"model\": \"gpt-5\", \"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}]}")
                .body();
    }

    /** The launcher becomes the JVM, so its process is the one to look at. */
    private static String rssMegabytes(Program program) throws IOException {
        var status = Path.of("/proc", String.valueOf(program.process().pid()), "status");
        if (!Files.exists(status)) {
            return "unknown";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> String.valueOf(Long.parseLong(line.replaceAll("\\D", "")) / 1024))
                .findFirst()
                .orElse("unknown");
    }
}
