package llmsim.engine.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import llmsim.api.content.Bytes;
import llmsim.api.json.JsonLimits;
import llmsim.api.json.JsonReader;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

class JsonPathTest {
    private static final JsonNode TREE = JsonReader.within(JsonLimits.DEFAULT)
            .read(Bytes.ofUtf8("{\"a\":{\"b\":[1,2,3,{\"b\":4}],\"it's\":5,\"\\\"\":6},\"ä-x\":7,\"é\":8}"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$.a.b[0]|1",
                "$['a']['b'][1]|2",
                "$[\"a\"].b[-1].b|4",
                "$.a.b[0:2]|1 2",
                "$.a.b[1:]|2 3 {\"b\":4}",
                "$.a.b[:-1]|1 2 3",
                "$.a.b[::2]|1 3",
                "$.a.b[-99:99:3]|1 {\"b\":4}",
                "$.a.b[9]|``",
                "$.a.b[-9]|``",
                "$.a[0]|``",
                "$.a[0:1]|``",
                "$.a.b.c|``",
                "$.a.b[*].b|4",
                "$..b|[1,2,3,{\"b\":4}] 4",
                "$..[0]|1",
                "$.a['it\\'s']|5",
                "$.a[\"\\\"\"]|6",
                "$['ä-x']|7",
                "$.é|8",
                "$.a.b[3].*|4",
            })
    void leadsTo(String path, String found) {
        var nodes = JsonPath.of(path).in(TREE).orElseThrow();

        assertThat(nodes.stream().map(JsonNode::toString).collect(Collectors.joining(" ")))
                .isEqualTo(found);
    }

    @Test
    void theRootIsItself() {
        assertThat(JsonPath.of("$").in(TREE).orElseThrow()).containsExactly(TREE);
        assertThat(JsonPath.of("$..*").in(TREE).orElseThrow()).hasSize(11);
        assertThat(JsonPath.of("$").in(MissingNode.getInstance()).orElseThrow()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|a path begins with $ (character 1 of '')",
                "a|a path begins with $ (character 1 of 'a')",
                "$a|here must be . or [ (character 2 of '$a')",
                "$.|here must be a name or *; other names stand in ['…'] (character 3 of '$.')",
                "$.1|here must be a name or *",
                "$[|here must be a number, a name in quotes, or *",
                "$[-]|here must be a number, a name in quotes, or *",
                "$[0|here must be ]",
                "$[0,1]|here must be ]",
                "$[?@.a]|here must be a number",
                "$['a|the quote is not closed",
                "$['a\\n']|only the quote and the backslash are escaped",
                "$['\\|only the quote and the backslash are escaped",
                "$[0:1:0]|the step of a slice must be at least 1",
                "$[9999999999]|a number has at most 9 digits",
            })
    void isRefused(String path, String why) {
        assertThatThrownBy(() -> JsonPath.of(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void aLongPathIsRefused() {
        assertThatThrownBy(() -> JsonPath.of("$" + ".a".repeat(300))).hasMessageContaining("at most 500");
    }

    @Property
    void anyTextIsAPathOrRefused(
            @ForAll @Chars({'$', '.', '[', ']', '*', '\'', '"', '-', ':', '1', 'a', '\\', ' '}) @StringLength(max = 12)
                    String text) {
        try {
            assertThat(JsonPath.of("$" + text).in(TREE)).isPresent();
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining("character ");
        }
    }
}
