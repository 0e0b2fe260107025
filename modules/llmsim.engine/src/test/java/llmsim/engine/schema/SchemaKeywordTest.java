package llmsim.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SchemaKeywordTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'type':['string','null']}",
                "{'type':'object','properties':{'a':{'type':'integer'},'b':{}},'required':['a','z']}",
                "{'type':'object','additionalProperties':false,'properties':{'a':{'type':'null'}}}",
                "{'type':'object','additionalProperties':{'type':'integer'},'minProperties':3,'maxProperties':4}",
                "{'type':'object','patternProperties':{'^x-\\\\d+$':{'type':'boolean'}},'additionalProperties':false,'minProperties':2}",
                "{'type':'object','propertyNames':{'pattern':'^[A-Z]{3}$'},'minProperties':2}",
                "{'type':'object','properties':{'a':true,'b':true},'maxProperties':1}",
                "{'type':'object','properties':{'a':{},'b':{}},'dependentRequired':{'a':['b']}}",
                "{'type':'object','properties':{'a':{},'b':{}},'dependentSchemas':{'a':{'required':['b']}}}",
                "{'type':'object','properties':{'a':{'type':'string'}},'unevaluatedProperties':false,'allOf':[{'properties':{'b':{}}}]}",
                "{'enum':['a',1,null,[1],{'a':2}]}",
                "{'const':{'a':[1,2]}}",
                "{'enum':[1,2,3,4],'minimum':3}",
                "{'anyOf':[{'type':'string'},{'type':'integer'}],'not':{'type':'string'}}",
                "{'oneOf':[{'type':'integer','multipleOf':3},{'type':'integer','multipleOf':5}]}",
                "{'allOf':[{'type':'integer','minimum':3},{'maximum':5},{'multipleOf':2}]}",
                "{'type':'integer','not':{'enum':[1,2,3]},'minimum':1,'maximum':5}",
                "{'type':'object','properties':{'a':{'type':'boolean'},'b':{}},'required':['a'],'if':{'properties':{'a':{'const':true}}},'then':{'required':['b']},'else':{'properties':{'b':false}}}",
                "{'type':'array','items':{'type':'integer'},'minItems':2,'maxItems':3}",
                "{'type':'array','prefixItems':[{'type':'integer'},{'type':'string'}],'items':false}",
                "{'type':'array','items':{'type':'integer'},'contains':{'minimum':90},'minContains':2,'maxContains':3}",
                "{'type':'array','items':{'enum':[1,2,3]},'uniqueItems':true,'minItems':3}",
                "{'type':'array','items':false}",
                "{'type':'string','minLength':30,'maxLength':31}",
                "{'type':'string','maxLength':0}",
                "{'type':'string','maxLength':2,'description':'the city'}",
                "{'type':'string','pattern':'^\\\\p{Lu}[a-z]{2,4}$','minLength':4}",
                "{'type':'string','pattern':'o','minLength':20}",
                "{'type':'number','minimum':0.001,'maximum':0.0011}",
                "{'type':'number','exclusiveMinimum':0,'exclusiveMaximum':1e-30}",
                "{'type':'number','minimum':2.5,'maximum':2.5}",
                "{'type':'number','multipleOf':0.01,'minimum':19.991,'maximum':20}",
                "{'type':'integer','minimum':9007199254740993,'maximum':9007199254740994}",
                "{'type':'integer','minimum':1e30}",
                "{'type':'integer','maximum':-1e9}",
                "{'type':'integer','exclusiveMinimum':3,'minimum':3,'maximum':4}",
                "{'$ref':'#/$defs/a~1b','$defs':{'a/b':{'type':'boolean'}}}",
                "{'$ref':'#here','$defs':{'x':{'$anchor':'here','type':'integer'}}}",
                "{'$id':'https://example.com/root','$ref':'https://example.com/root#/$defs/x','$defs':{'x':{'type':'integer'}}}",
                "{'type':'object','properties':{'next':{'anyOf':[{'$ref':'#'},{'type':'null'}]}},'required':['next']}",
                "{'type':'object','properties':{'sons':{'type':'array','items':{'$ref':'#'}}},'required':['sons']}",
                "{'type':'string','default':'given','examples':['other'],'minLength':5}"
            })
    void valuesValidate(String text) {
        var document = Json.quoted(text);

        values(document).forEach(value -> Judge.requireValid(document, value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date-time",
                "date",
                "time",
                "duration",
                "email",
                "idn-email",
                "uri",
                "uri-reference",
                "iri",
                "iri-reference",
                "uri-template",
                "uuid",
                "hostname",
                "idn-hostname",
                "ipv4",
                "ipv6",
                "regex",
                "json-pointer",
                "relative-json-pointer"
            })
    void formatsAreRight(String format) {
        var document = Json.quoted("{'type':'string','format':'" + format + "'}");

        values(document).forEach(value -> Judge.requireValid(document, value));
    }

    @Test
    void bytesAreBase64() {
        var document = Json.quoted("{'type':'string','format':'byte'}");

        assertThat(values(document))
                .allSatisfy(value -> assertThat(Base64.getDecoder().decode(value.stringValue()))
                        .isNotEmpty());
    }

    @Test
    void formsOfOtherDialectsAreUnderstood() {
        assertSameAs("{'type':'STRING','nullable':true}", "{'type':['string','null']}");
        assertSameAs(
                "{'type':'ARRAY','items':{'type':'INTEGER'},'minItems':'2'}",
                "{'type':'array','items':{'type':'integer'},'minItems':2}");
        assertSameAs("{'type':'integer','minimum':3,'exclusiveMinimum':true,'maximum':4}", "{'const':4}");
        assertSameAs(
                "{'type':'array','items':[{'type':'integer'}],'additionalItems':false}",
                "{'type':'array','prefixItems':[{'type':'integer'}],'items':false}");
        assertSameAs("{'$ref':'#/definitions/x','definitions':{'x':{'type':'null'}}}", "{'type':'null'}");
        assertSameAs(
                "{'type':'object','dependencies':{'a':['b'],'b':{'required':['c']}},'properties':{'a':{},'b':{},'c':{}}}",
                "{'type':'object','dependentRequired':{'a':['b'],'b':['c']}}");
        assertSameAs("{'type':'string','format':null,'enum':null,'pattern':null}", "{'type':'string'}");
        assertSameAs("true", "{}");
    }

    private static void assertSameAs(String other, String plain) {
        values(Json.quoted(other)).forEach(value -> Judge.requireValid(Json.quoted(plain), value));
    }

    @Test
    void geminisOrderOfPropertiesIsKept() {
        var document = Json.quoted(
                "{'type':'OBJECT','properties':{'a':{'type':'STRING'},'b':{'type':'STRING'}},'required':['a','b'],'propertyOrdering':['b','a']}");

        assertThat(values(document))
                .allSatisfy(value -> assertThat(value.propertyNames()).containsExactly("b", "a"));
    }

    @Test
    void everyAlternativeComesUpAndNullSeldom() {
        var document = Json.quoted("{'anyOf':[{'type':'string'},{'type':'integer'},{'type':'null'}]}");

        var kinds =
                LongStream.range(0, 300).mapToObj(seed -> value(document, seed)).toList();

        assertThat(kinds.stream().filter(JsonNode::isString).count()).isGreaterThan(80);
        assertThat(kinds.stream().filter(JsonNode::isInt).count()).isGreaterThan(80);
        assertThat(kinds.stream().filter(JsonNode::isNull).count()).isBetween(5L, 60L);
    }

    static Stream<JsonNode> values(JsonNode document) {
        var schema = Schema.read(document);
        return LongStream.range(0, 30).mapToObj(seed -> schema.value(new SplittableRandom(seed), Hints.NONE));
    }

    static JsonNode value(JsonNode document, long seed) {
        return Schema.read(document).value(new SplittableRandom(seed), Hints.NONE);
    }
}
