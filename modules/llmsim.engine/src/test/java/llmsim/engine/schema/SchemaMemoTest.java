package llmsim.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemaMemoTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SchemaMemo memo = new SchemaMemo();

    @Test
    void anEqualSchemaIsReadOnce() {
        var schema = memo.read(number(1));

        assertThat(memo.read(number(1))).isSameAs(schema);
        assertThat(memo.read(number(2))).isNotSameAs(schema);
        assertThat(new SchemaMemo().read(number(1))).isNotSameAs(schema);
    }

    @Test
    void anUnusableSchemaIsRefusedEveryTime() {
        for (var time = 0; time < 2; time++) {
            assertThatThrownBy(() -> memo.read(JSON.readTree("[]"))).isInstanceOf(UnusableSchemaException.class);
        }
    }

    @Test
    void largeSchemasAreNotRemembered() {
        var large = JSON.createObjectNode().put("type", "string");
        var examples = large.putArray("examples");
        IntStream.range(0, 10_000).forEach(examples::add);

        assertThat(memo.read(large)).isNotSameAs(memo.read(large));
    }

    @Test
    void whateverComesNothingIsMixedUp() {
        for (var most = 0; most < 2_000; most++) {
            var number = most;
            assertThat(memo.read(number(most)).value(() -> 0, Hints.NONE).intValue())
                    .isLessThanOrEqualTo(number);
            assertThat(memo.read(number(most))).isSameAs(memo.read(number(most)));
        }
    }

    @Test
    void theOrderOfPropertiesIsKept() {
        var first =
                JSON.readTree("{\"properties\":{\"a\":{},\"b\":{}},\"required\":[\"a\",\"b\"],\"type\":\"object\"}");
        var other =
                JSON.readTree("{\"properties\":{\"b\":{},\"a\":{}},\"required\":[\"a\",\"b\"],\"type\":\"object\"}");

        assertThat(first).isEqualTo(other);
        assertThat(memo.read(other)).isNotSameAs(memo.read(first));
    }

    private static JsonNode number(int most) {
        return JSON.readTree("{\"type\":\"integer\",\"minimum\":0,\"maximum\":" + most + "}");
    }
}
