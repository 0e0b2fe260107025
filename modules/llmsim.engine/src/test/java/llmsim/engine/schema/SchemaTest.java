package llmsim.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

class SchemaTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

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

    @Test
    void saysWhetherAValueFits() {
        var schema = schema("{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"integer\"}},\"required\":[\"a\"]}");

        assertThat(schema.fits(JSON.readTree("{\"a\":1,\"b\":2}"))).isTrue();
        assertThat(schema.fits(JSON.readTree("{\"a\":1.5}"))).isFalse();
        assertThat(schema.fits(JSON.readTree("{}"))).isFalse();
        assertThat(schema.fits(JSON.readTree("[1]"))).isFalse();
    }

    @Test
    @Timeout(10)
    void whatIsTooMuchWorkDoesNotFit() {
        var huge = JSON.createObjectNode();
        var list = huge.putArray("a");
        IntStream.range(0, 500_000).forEach(list::add);
        var steps = schema("{\"additionalProperties\":{\"items\":{\"multipleOf\":0.1}}}");

        assertThat(steps.fits(huge)).isFalse();
        for (var number : List.of("1E+999999999", "1E-999999999", "-1E+2147483000")) {
            list.removeAll();
            list.add(new BigDecimal(number));
            assertThat(steps.fits(huge)).isFalse();
        }
    }

    private static Schema schema(String json) {
        return Schema.read(JSON.readTree(json));
    }
}
