package llmsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code llmsim serve}, in this process. */
class ServeTest {
    private Handler[] handlers = {};

    @BeforeEach
    void keepTheLog() {
        handlers = LogManager.getLogManager().getLogger("").getHandlers();
    }

    @AfterEach
    void giveTheLogBack() {
        var root = LogManager.getLogManager().getLogger("");
        for (var handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        for (var handler : handlers) {
            root.addHandler(handler);
        }
    }

    @Test
    void aServerSaysWhereItIsAndAnswers() {
        var health = new AtomicReference<String>();

        var ran = Ran.with(
                Map.of("LLMSIM_SEED", "7"),
                "",
                running -> health.set(get(running.uri().resolve("/health"))),
                "serve",
                "--port",
                "0",
                "--latency",
                "instant");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.exitCode()).isZero();
        assertThat(health).hasValue("{\"status\":\"ok\",\"service\":\"llmsim\"}");
        assertThat(ran.out().lines())
                .anyMatch(line -> line.matches("llmsim .* listens on http://localhost:\\d+"))
                .anyMatch(line -> line.matches(" +openai +http://localhost:\\d+/openai/v1"))
                .anyMatch(line -> line.matches(" +latency +instant"))
                .anyMatch(line -> line.matches(" +generator +lorem, target 100 tokens"))
                .anyMatch(line -> line.matches(" +seed +7"))
                .anyMatch(line -> line.matches(" +settings +--port, --latency, LLMSIM_SEED"));
    }

    @Test
    void aDrawnSeedSaysHowToRepeatIt() {
        var ran = Ran.with(Map.of(), "", _ -> {}, "serve", "--port", "0");

        assertThat(ran.out().lines())
                .anyMatch(line -> line.matches(" +seed +(\\d+), drawn; --seed \\1 repeats this run"))
                .anyMatch(line -> line.matches(" +dashboard +http://localhost:\\d+/llmsim/"))
                .anyMatch(line -> line.matches(" +latency +by the request's model"));
    }

    @Test
    void aScriptIsShown(@TempDir Path folder) throws IOException {
        var script = Files.writeString(
                folder.resolve("demo.yaml"), "on_exhausted: error\nturns: [{type: assistant, text: Hi}]");

        var ran = Ran.with(
                Map.of("LLMSIM_RESPONSE_SCRIPT_PATH", script.toString(), "LLMSIM_SCRIPTS_DIRECTORY", folder.toString()),
                "",
                _ -> {},
                "serve",
                "--port",
                "0");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.out().lines())
                .anyMatch(line -> line.endsWith(" " + script + ", 1 turn, then error"))
                .anyMatch(line -> line.matches(" +scripts +demo"));
    }

    @Test
    void mocksAreShown(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("mocks.yaml"), "- response: Hi")
                .toString();

        var mock = Ran.with(Map.of(), "", _ -> {}, "mock", file, "--port", "0");
        var serve = Ran.with(Map.of(), "", _ -> {}, "serve", "--mocks", file, "--port", "0");

        assertThat(mock.err()).isEmpty();
        assertThat(mock.out().lines()).anyMatch(line -> line.matches(" +mocks +1, else an error"));
        assertThat(serve.out().lines()).anyMatch(line -> line.matches(" +mocks +1, else the generator"));
    }

    @Test
    void whatGoesWrongOnPurposeIsShownAndNoSecret(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("breaking.yaml"), """
                server: {api_keys: [sk-one, sk-two]}
                limits: {requests_per_minute: 100}
                errors: {preset: chaos, rate_limit_rate: 0.105}
                faults:
                  - {fault: reset@50%, rate: 0.1}
                  - {fault: close, rate: 0.2}
                incidents:
                  - {name: slow noon, at: 5m, for: 3m, what: {latency_factor: 4}}
                  - {name: outage, at: 10m, for: 30s, what: {outage: true}}
                """);

        var ran = Ran.with(Map.of(), "", _ -> {}, "serve", "--config", file.toString(), "--port", "0");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).doesNotContain("sk-");
        assertThat(ran.out().lines())
                .anyMatch(line -> line.matches(" +API keys +2 accepted"))
                .anyMatch(line -> line.matches(" +limits +as configured"))
                .anyMatch(line -> line.matches(" +errors +23.5 % of requests"))
                .anyMatch(line -> line.matches(" +stream faults +30 % of answers"))
                .anyMatch(line -> line.matches(" +incidents +slow noon, outage"));
    }

    @Test
    void nothingThatGoesWrongIsShownWhereNothingDoes() {
        var ran = Ran.with(Map.of(), "", _ -> {}, "serve", "--port", "0");

        assertThat(ran.out()).doesNotContain("API keys", "limits", "errors", "stream faults", "incidents");
    }

    @Test
    void aTakenPortIsOneLine() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ran = Ran.of("serve", "--host", "127.0.0.1", "--port", String.valueOf(taken.getLocalPort()));

            assertThat(ran.exitCode()).isEqualTo(1);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err().lines())
                    .singleElement()
                    .asString()
                    .startsWith("llmsim: Cannot listen on 127.0.0.1:" + taken.getLocalPort());
        }
    }

    private static String get(URI uri) {
        try (var in = uri.toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
