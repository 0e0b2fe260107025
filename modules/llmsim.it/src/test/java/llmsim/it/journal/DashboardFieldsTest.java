package llmsim.it.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import llmsim.server.LlmSim;
import org.junit.jupiter.api.Test;

/** What the dashboard reads of a request is what the journal tells. */
class DashboardFieldsTest {
    private static final Path PAGE = Path.of("../llmsim.server/src/main/resources/llmsim/server/web");
    private static final Pattern FIELD = Pattern.compile("\\b(?:request|told)\\.([a-z_]+)");

    @Test
    void everyFieldIsTold() throws IOException, InterruptedException {
        try (var llm = LlmSim.builder().port(0).latency("instant").start();
                var client = HttpClient.newHttpClient()) {
            var chat = HttpRequest.newBuilder(URI.create(llm.uri() + "/openai/v1/chat/completions"))
                    .header("content-type", "application/json")
                    .POST(BodyPublishers.ofString(
                            "{\"model\":\"gpt-5\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}"));
            client.send(chat.build(), BodyHandlers.discarding());
            var one = HttpRequest.newBuilder(URI.create(llm.uri() + "/llmsim/requests/1"));
            var told = client.send(one.build(), BodyHandlers.ofString()).body();

            assertThat(fields())
                    .hasSizeGreaterThan(15)
                    .allSatisfy(field -> assertThat(told).contains("\"" + field + "\":"));
        }
    }

    private static Set<String> fields() throws IOException {
        try (var files = Files.list(PAGE)) {
            return files.filter(file -> file.toString().endsWith(".js"))
                    .flatMap(DashboardFieldsTest::fields)
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<String> fields(Path script) {
        try {
            return FIELD.matcher(Files.readString(script)).results().map(found -> found.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
