package llmsim.it.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The image as a process: it starts, answers, and ends as it was told to. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no SIGTERM")
class StopIT {
    private static final Path LLMSIM = Checkout.ROOT.resolve("modules/llmsim.image/target/image/bin/llmsim");
    private static final String BODY =
            "{\"model\":\"gpt-5\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";

    @Test
    void anOpenStreamEndsAfterSigtermAndTheExitCodeIsZero() throws Exception {
        var process = new ProcessBuilder(
                        LLMSIM.toString(),
                        "serve",
                        "--port",
                        "0",
                        "--target-tokens",
                        "50",
                        "--set",
                        "latency.ttft_mean_ms=1",
                        "--set",
                        "latency.tbt_mean_ms=20")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var out = lines(process.getInputStream())) {
            var base = URI.create(out.readLine().replaceFirst(".* listens on ", ""));
            var stream = stream(base.resolve("/openai/v1/chat/completions"));
            assertThat(stream.readLine()).startsWith("data: {");

            process.destroy();

            assertThat(stream.lines())
                    .filteredOn(line -> !line.isEmpty())
                    .last()
                    .isEqualTo("data: [DONE]");
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(answers(base)).isFalse();
        } finally {
            process.destroyForcibly();
        }
    }

    private static BufferedReader stream(URI uri) throws IOException {
        var connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setRequestProperty("content-type", "application/json");
        connection.setDoOutput(true);
        connection.getOutputStream().write(BODY.getBytes(StandardCharsets.UTF_8));
        return lines(connection.getInputStream());
    }

    private static BufferedReader lines(java.io.InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    private static boolean answers(URI base) throws IOException {
        try (var in = base.resolve("/health").toURL().openStream()) {
            return in.read() >= 0;
        } catch (ConnectException _) {
            return false;
        }
    }
}
