package llmsim.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Schemas that would take for ever, were the work not bounded. The time-out is far above what slow machines need. */
@Timeout(10)
class HostileSchemaTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Test
    void aMegabyteIsRefused() {
        var properties = members(15_000, i -> "'p" + i + "':{'type':'string','minLength':3}");

        assertUnusable(
                Json.quoted("{'type':'object','properties':{" + properties + "}}"), "it has more than 20000 values");
        assertUnusable(JSON.objectNode().put("description", "x".repeat(1_000_000)), "more than 400000 characters");
    }

    @Test
    void tenThousandNestedAlternativesAreRefused() {
        JsonNode schema = JSON.booleanNode(true);
        for (var level = 0; level < 10_000; level++) {
            var outer = JSON.objectNode();
            outer.putArray("anyOf").add(schema);
            schema = outer;
        }

        assertUnusable(schema, "it is nested deeper than 100 levels");
    }

    @Test
    void longChainsOfReferencesAreRefused() {
        var chain = members(4_000, i -> "'d" + i + "':{'anyOf':[{'$ref':'#/$defs/d" + (i + 1) + "'}]}");
        assertUnusable(defined(chain + ",'d4000':true"), "more than 60 schemas apply through each other");

        var nested = members(
                2_500,
                i -> "'d" + i + "':{'type':'object','required':['a'],'properties':{'a':{'$ref':'#/$defs/d" + (i + 1)
                        + "'}}}");
        assertUnusable(defined(nested + ",'d2500':true"), "nested deeper than 100 levels");
    }

    @Test
    void doublingIsRefused() {
        var laughs = members(
                50,
                i -> "'d" + i + "':{'type':'array','minItems':2,'maxItems':2,'items':{'$ref':'#/$defs/d" + (i + 1)
                        + "'}}");
        assertUnusable(defined(laughs + ",'d50':{'const':'ha'}"), "its smallest value has more than 32768 characters");

        for (var keyword : new String[] {"anyOf", "allOf", "oneOf"}) {
            assertUnusable(doubled(keyword), "it takes too many steps to find a value");
        }
    }

    private static JsonNode doubled(String keyword) {
        var levels = members(
                25, i -> "'d" + i + "':{'" + keyword + "':[" + twice("{'$ref':'#/$defs/d" + (i + 1) + "'}") + "]}");
        return defined(levels + ",'d25':{'const':'ha'}");
    }

    @Test
    void manyChoicesAtOnePlaceAreSampled() {
        var tests = members(
                200, i -> "{'if':{'properties':{'kind':{'const':'k" + i + "'}}},'then':{'required':['p" + i + "']}}");
        var kinds = members(200, i -> "'k" + i + "'");

        assertEndsWithAValue(Json.quoted("{'type':'object','required':['kind'],'properties':{'kind':{'enum':[" + kinds
                + "]}},'allOf':[" + tests + "]}"));
        var pairs = members(30, i -> "{'anyOf':[{'required':['a" + i + "']},{'required':['b" + i + "']}]}");
        assertEndsWithAValue(Json.quoted("{'type':'object','allOf':[" + pairs + "]}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'array','minItems':1e9}",
                "{'type':'array','minItems':1e9,'uniqueItems':true,'items':{'type':'integer'}}",
                "{'type':'array','minItems':100,'items':{'type':'array','minItems':100,'items':{'type':'array','minItems':100}}}",
                "{'type':'array','contains':{'type':'string'},'minContains':1e9}",
                "{'type':'string','minLength':1e9}",
                "{'type':'string','minLength':1e9,'pattern':'^a+$'}",
                "{'type':'string','pattern':'^a{1000000000}$'}",
                "{'type':'string','pattern':'^(a{1000}){1000}$'}",
                "{'type':'object','minProperties':1e9}",
                "{'type':'number','multipleOf':1e300,'maximum':1,'minimum':0.5}",
                "{'allOf':[{'type':'number','multipleOf':1e399},{'multipleOf':3e-399,'minimum':1,'maximum':2}]}"
            })
    void hugeAnswersAreRefused(String schema) {
        assertUnusable(Json.quoted(schema), "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a+)+$",
                "^(a+)+$",
                "^(a|aa)+$",
                "(x+x+)+y",
                "^((a?){1000000}){1000000}$",
                "^(?:|)(?:|)(?:|)(?:|)x*$",
                "^(((x{0,500}){0,500}){0,500}){0,500}y$",
                "^(([a-z])+.)+[A-Z]([a-z])+$",
                "(.*a){12}",
                "^(?=(a+)+$)a+$"
            })
    void evilRegularExpressionsAreHarmless(String pattern) {
        var schema = JSON.objectNode().put("type", "string").put("pattern", pattern);

        assertEndsWithAValue(schema);
        assertEndsWithAValue(schema.deepCopy().put("minLength", 200).put("maxLength", 400));
    }

    @Test
    void largeButHonestSchemasAreFine() {
        var properties = members(5_000, i -> "'p" + i + "':{'type':'integer'}");
        assertEndsWithAValue(Json.quoted("{'type':'object','properties':{" + properties + "}}"));

        var options = members(1_000, i -> "'option " + i + "'");
        assertEndsWithAValue(Json.quoted("{'enum':[" + options + "]}"));
    }

    @Test
    void manyUniqueElementsAreFound() {
        assertEndsWithAValue(
                Json.quoted("{'type':'array','uniqueItems':true,'minItems':500,'items':{'type':'integer'}}"));
        assertEndsWithAValue(
                Json.quoted(
                        "{'type':'array','uniqueItems':true,'minItems':100,'items':{'type':'string','description':'the city'}}"));
    }

    @Test
    void wideRecursionStaysSmall() {
        var tree = Json.quoted(
                "{'type':'object','properties':{'a':{'$ref':'#'},'b':{'$ref':'#'},'c':{'type':'array','items':{'$ref':'#'}}}}");

        for (var seed = 0; seed < 200; seed++) {
            var text = Schema.read(tree)
                    .value(new SplittableRandom(seed), Hints.NONE)
                    .toString();
            assertThat(text.length()).isLessThan(5_000);
        }
    }

    private static void assertEndsWithAValue(JsonNode document) {
        var value = Schema.read(document).value(new SplittableRandom(7), Hints.NONE);

        assertThat(Schema.read(document).value(new SplittableRandom(7), Hints.NONE))
                .isEqualTo(value);
    }

    private static void assertUnusable(JsonNode document, String reason) {
        assertThatExceptionOfType(UnusableSchemaException.class)
                .isThrownBy(() -> Schema.read(document))
                .satisfies(unusable -> assertThat(unusable.reason()).contains(reason));
    }

    private static JsonNode defined(String definitions) {
        return Json.quoted("{'$ref':'#/$defs/d0','$defs':{" + definitions + "}}");
    }

    private static String members(int count, IntFunction<String> member) {
        return IntStream.range(0, count).mapToObj(member).collect(Collectors.joining(","));
    }

    private static String twice(String text) {
        return text + "," + text;
    }
}
