package llmsim.server.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import llmsim.server.LlmSim;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A parser that generators of clients stand on finds nothing wrong with the document of a server. */
class ParsedTest {
    private static String document = "";

    @BeforeAll
    static void read() throws IOException {
        try (var llm = LlmSim.builder().port(0).start();
                var body = llm.uri().resolve("/llmsim/openapi.json").toURL().openStream()) {
            document = new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void nothingIsWrong() {
        var parsed = new OpenAPIV3Parser().readContents(document);

        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getPaths()).containsKeys("/llmsim/stats", "/llmsim/verify", "/metrics");
        assertThat(parsed.getOpenAPI().getComponents().getSchemas())
                .containsKeys("Statistics", "Configuration", "Error");
    }

    /** It would say so. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "\"operationId\":\"getStatistics\", \"operationID\":\"getStatistics\", operationID is unexpected",
                "\"operationId\":\"getStatistics\", \"operationId\":\"getMocks\", operationId is repeated",
                "\"in\":\"query\", \"in\":\"body\", in is not of type",
                "{id}, {number}, needs to be defined as a path parameter",
            })
    void whatIsWrongIsFound(String right, String wrong, String message) {
        assertThat(messages(document.replace(right, wrong))).anyMatch(each -> each.contains(message));
    }

    private static List<String> messages(String text) {
        return new OpenAPIV3Parser().readContents(text).getMessages();
    }
}
