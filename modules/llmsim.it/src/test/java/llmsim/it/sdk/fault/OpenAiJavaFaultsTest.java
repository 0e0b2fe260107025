package llmsim.it.sdk.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.core.Properties;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import llmsim.server.LlmSim;
import org.junit.jupiter.api.Test;

/**
 * Compares what openai-java makes of each fault with the table of the documentation. With {@code -Dllmsim.golden=write}
 * it writes it: then read what has changed.
 */
class OpenAiJavaFaultsTest {
    private static final Path GOLDEN = Path.of("../../docs/faults-sdks/openai-java.md");
    private static final Path CONFIGURATION = Path.of("src/foreign/faults.yaml");

    @Test
    void theTableIsAsMeasured() throws Exception {
        var page = new StringJoiner("\n");
        page.add("# openai " + Properties.class.getPackage().getImplementationVersion() + " for Java\n");
        try (var llm = simulator();
                var workers = Executors.newCachedThreadPool()) {
            var tables = new OpenAiJava(llm)
                    .apis().entrySet().stream()
                            .map(api -> new Measuring(llm, api.getKey(), api.getValue()))
                            .<Callable<String>>map(measuring -> measuring::table)
                            .toList();
            for (var table : workers.invokeAll(tables)) {
                page.add(table.get());
            }
        }
        if (System.getProperty("llmsim.golden", "").equals("write")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, page.toString());
        }
        assertThat(compared(page.toString()))
                .isEqualTo(compared(Files.readString(GOLDEN).replace("\r\n", "\n")));
    }

    /** Systems other than Linux may drop what came before a reset, so that a client may see more or less of it. */
    private static String compared(String page) {
        return System.getProperty("os.name", "").equals("Linux")
                ? page
                : page.replace("`reset@12`, ", "").replaceAll("(?m)^\\| `reset@12` .*\n", "");
    }

    private static LlmSim simulator() {
        return LlmSim.builder()
                .configuration(CONFIGURATION)
                .port(0)
                .host("127.0.0.1")
                .set("log.level", "off")
                .start();
    }
}
