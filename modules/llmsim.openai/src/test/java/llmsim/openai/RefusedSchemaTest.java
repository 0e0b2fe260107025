package llmsim.openai;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Schemas that the provider refuses, in its words; most rows repeat errors that are on record. */
class RefusedSchemaTest {
    private static final String SUPPLY =
            "'required' is required to be supplied and to be an array including every key in properties. ";
    private static final String CLOSED = "'additionalProperties' is required to be supplied and to be false";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"type":"string"} | schema must be a JSON Schema of 'type: "object"', got 'type: "string"'
            {"$schema":"x"} | schema must be a JSON Schema of 'type: "object"', got 'type: "None"'
            {"type":["string","null"]} | schema must be a JSON Schema of 'type: "object"', got 'type: "['string', 'null']"'
            {"type":"object","properties":{"paths":{"type":"array"}}} | In context=('properties', 'paths'), array schema missing items
            {"type":"object","properties":{"a":{"anyOf":[{"type":"null"},{"type":"array"}]}}} | In context=('properties', 'a', 'anyOf', '1'), array schema missing items
            """)
    void everySchemaHasThese(String schema, String reason) {
        assertRefused(
                "tools",
                function(schema, false),
                "tools[0].function.parameters",
                "invalid_function_parameters",
                "Invalid schema for function 'f': " + reason + ".");
        assertRefused(
                "response_format",
                format(schema, false),
                "response_format",
                null,
                "Invalid schema for response_format 'x': " + reason + ".");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"type":"object","properties":{}} | () | CLOSED
            {"type":"object","properties":{},"additionalProperties":true} | () | CLOSED
            {"type":"object","properties":{"x":{"type":"string"},"y":{"type":"string"}},"required":["x"],"additionalProperties":false} | () | SUPPLY Missing 'y'
            {"type":"object","properties":{"x":{"type":"string"}},"additionalProperties":false} | () | SUPPLY Missing 'x'
            {"type":"object","properties":{},"required":["z"],"additionalProperties":false} | () | SUPPLY Extra required key 'z' supplied
            {"type":"object","properties":{"x":{}},"required":["x"],"additionalProperties":false} | ('properties', 'x') | schema must have a 'type' key
            {"type":"object","properties":{"x":{"allOf":[]}},"required":["x"],"additionalProperties":false} | ('properties', 'x') | 'allOf' is not permitted
            {"type":"object","properties":{"x":{"type":"array","items":{"type":"object"}}},"required":["x"],"additionalProperties":false} | ('properties', 'x', 'items') | CLOSED
            {"type":"object","properties":{},"required":[],"additionalProperties":false,"$defs":{"d":{"type":"object"}}} | ('$defs', 'd') | CLOSED
            """)
    void strictSchemasHaveMore(String schema, String context, String shortened) {
        var reason = shortened.replace("SUPPLY ", SUPPLY).replace("CLOSED", CLOSED);
        var rest = "In context=" + context + ", " + reason + ".";

        assertRefused(
                "tools",
                function(schema, true),
                "tools[0].function.parameters",
                "invalid_function_parameters",
                "Invalid schema for function 'f': " + rest);
        assertRefused(
                "response_format",
                format(schema, true),
                "response_format",
                null,
                "Invalid schema for response_format 'x': " + rest);
        accepted("tools", function(schema, false));
        accepted("response_format", format(schema, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"type\":\"object\",\"properties\":{\"x\":{\"type\":[\"string\",\"null\"]}},\"required\":[\"x\"],\"additionalProperties\":false}",
                "{\"type\":\"object\",\"properties\":{\"x\":{\"$ref\":\"#\"}},\"required\":[\"x\"],\"additionalProperties\":false}",
                "{\"type\":\"object\",\"properties\":{\"x\":{\"enum\":[1]}},\"required\":[\"x\"],\"additionalProperties\":false}"
            })
    void theseAreFine(String schema) {
        accepted("tools", function(schema, true));
        accepted("response_format", format(schema, true));
    }

    @Test
    void olderFunctionsAreNamedByTheirPlace() {
        assertRefused(
                "functions",
                "[{\"name\":\"g\"},{\"name\":\"f\",\"parameters\":{\"type\":\"object\"}}]",
                "functions[1].parameters",
                "invalid_function_parameters",
                "Invalid schema for function 'f': In context=(), object schema missing properties.");
    }

    @Test
    void functionsHavePropertiesUnlessTheyHaveNoParameters() {
        assertRefused(
                "tools",
                function("{\"type\":\"object\"}", false),
                "tools[0].function.parameters",
                "invalid_function_parameters",
                "Invalid schema for function 'f': In context=(), object schema missing properties.");
        accepted("tools", function("null", false));
        accepted("response_format", format("{\"type\":\"object\"}", false));
    }

    private static String function(String schema, boolean strict) {
        return "[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"strict\":" + strict + ",\"parameters\":" + schema
                + "}}]";
    }

    private static String format(String schema, boolean strict) {
        return "{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"x\",\"strict\":" + strict + ",\"schema\":"
                + schema + "}}";
    }

    private static String body(String field, String value) {
        return "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}],\"" + field + "\":" + value
                + "}";
    }

    private static void accepted(String field, String value) {
        assertThat(Calls.chat(body(field, value)).request().prompt().model()).isEqualTo("m");
    }

    private static void assertRefused(String field, String value, String param, String code, String message) {
        var body = body(field, value);
        var answer = Calls.ADAPTER.explain(Calls.refused(body), Calls.post("/v1/chat/completions", body));
        JsonNode error = Calls.tree(answer.body()).get("error");
        assertThat(error.get("message").stringValue()).isEqualTo(message);
        assertThat(error.get("param").asString(null)).isEqualTo(param);
        assertThat(error.get("code").asString(null)).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(400);
    }
}
