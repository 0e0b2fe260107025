package llmsim.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SchemaTest {
    @Test
    void aPlainObjectHasItsProperties() {
        var schema = Schema.read(
                new JsonMapper()
                        .readTree(
                                "{\"type\":\"object\",\"properties\":{\"unit\":{\"enum\":[\"celsius\"]},\"days\":{\"type\":\"integer\"}}}"));

        var value = schema.value(new SplittableRandom(1), Hints.of("the weather in Paris"));

        assertThat(value.get("unit").stringValue()).isEqualTo("celsius");
        assertThat(value.get("days").isInt()).isTrue();
    }
}
