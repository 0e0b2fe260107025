package llmsim.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import llmsim.server.LlmSim;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page over HTTP: everybody may have it, and nobody its data without the token. */
class DashboardTest {
    private static final String TOKEN = "secret";
    private static LlmSim llm;

    @BeforeAll
    static void start() {
        llm = LlmSim.builder().port(0).host("127.0.0.1").adminToken(TOKEN).start();
    }

    @AfterAll
    static void stop() {
        llm.close();
    }

    private static Answered get(String path, String token) throws IOException {
        var connection =
                (HttpURLConnection) URI.create(llm.uri() + path).toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("authorization", "Bearer " + token);
        var status = connection.getResponseCode();
        try (var stream = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new Answered(connection, status, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Answered get(String path) throws IOException {
        return get(path, "none");
    }

    private record Answered(HttpURLConnection connection, int status, String body) {
        String header(String name) {
            return Optional.ofNullable(connection.getHeaderField(name)).orElse("");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/llmsim/, text/html; charset=utf-8",
        "/llmsim/web/main.js, text/javascript; charset=utf-8",
        "/llmsim/web/dashboard.css, text/css; charset=utf-8",
    })
    void everybodyMayHaveTheFiles(String path, String type) throws IOException {
        var answer = get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).isEqualTo(type);
        assertThat(answer.header("content-security-policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(answer.header("referrer-policy")).isEqualTo("no-referrer");
        assertThat(answer.header("cache-control")).isEqualTo("no-cache");
    }

    @Test
    void everyFileIsServedWhole() throws IOException {
        for (var file : PageFile.ALL) {
            assertThat(get("/llmsim/" + file.path()).body()).isEqualTo(Page.text(file.name()));
        }
    }

    @Test
    void theAddressWithoutSlashLeadsToThePage() throws IOException {
        var answer = get("/llmsim");

        assertThat(answer.status()).isEqualTo(308);
        var location = answer.header("location");
        assertThat(URI.create("/llmsim").resolve(location)).hasToString("/llmsim/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/llmsim/stats",
                "/llmsim/requests",
                "/llmsim/config",
                "/llmsim/config/choices",
                "/llmsim/ready",
                "/llmsim/web/",
                "/llmsim/web/other.js",
                "/llmsim/web/../stats",
                "/llmsim//",
            })
    void everythingElseNeedsTheToken(String path) throws IOException {
        assertThat(get(path).status()).isEqualTo(401);
    }

    @Test
    void whatThereIsNotIsNotFound() throws IOException {
        assertThat(get("/llmsim/web/other.js", TOKEN).status()).isEqualTo(404);
        assertThat(get("/llmsim/stats", TOKEN).status()).isEqualTo(200);
    }

    @Test
    void choicesAreTold() throws IOException {
        var choices = get("/llmsim/config/choices", TOKEN);

        assertThat(choices.body())
                .contains("\"latency.profile\":[", "\"instant\"", "\"lorem\"", "\"errors.preset\":[\"none\",\"chaos\"")
                .contains("\"faults\":[\"reset\"", "\"openai-tier-1\"");
    }
}
