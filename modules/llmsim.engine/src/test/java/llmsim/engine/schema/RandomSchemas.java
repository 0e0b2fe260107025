package llmsim.engine.schema;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Random schemas of nested keywords. Not all of them have values. */
final class RandomSchemas {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Arbitrary<String> NAMES =
            Arbitraries.of("a", "b", "c", "name", "city", "age", "email", "x1", "x2");
    private static final Arbitrary<String> PATTERNS = Arbitraries.of(
            "^[a-z]+$",
            "^x",
            "[0-9]{2,4}",
            "^(foo|bar)-\\d+$",
            "^\\p{Lu}\\w*$",
            "a.c",
            "^[^aeiou]{3}$",
            "\\bto\\b",
            "^(?=.*\\d)[a-z\\d]{4,}$",
            "^\\S+@\\S+\\.[a-z]{2,}$");
    private static final Arbitrary<String> FORMATS = Arbitraries.of(
            "date-time",
            "date",
            "time",
            "duration",
            "email",
            "idn-email",
            "uri",
            "uri-reference",
            "uuid",
            "hostname",
            "ipv4",
            "ipv6",
            "regex",
            "json-pointer",
            "relative-json-pointer",
            "unheard-of");

    private RandomSchemas() {}

    /** A document, with definitions that refer to each other and to the root. */
    static Arbitrary<JsonNode> documents() {
        return Combinators.combine(schemas(3), schemas(2), schemas(1)).as((root, one, two) -> {
            var document = root.isObject() ? (ObjectNode) root.deepCopy() : JSON.objectNode();
            document.putObject("$defs").set("one", one);
            ((ObjectNode) document.get("$defs")).set("two", two);
            return document;
        });
    }

    private static Arbitrary<JsonNode> schemas(int depth) {
        if (depth == 0) {
            return Arbitraries.frequencyOf(
                    Tuple.of(6, leaves()), Tuple.of(1, references()), Tuple.of(1, booleans()), Tuple.of(2, literals()));
        }
        return Arbitraries.frequencyOf(
                Tuple.of(4, objects(depth - 1)),
                Tuple.of(3, arrays(depth - 1)),
                Tuple.of(3, leaves()),
                Tuple.of(2, logic(depth - 1)),
                Tuple.of(1, references()),
                Tuple.of(1, mixed(depth - 1)));
    }

    private static Arbitrary<JsonNode> leaves() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, texts()),
                Tuple.of(3, numbers()),
                Tuple.of(
                        1,
                        Arbitraries.of("boolean", "null", "string", "integer", "number")
                                .map(RandomSchemas::type)));
    }

    private static JsonNode array(List<JsonNode> elements) {
        return JSON.arrayNode().addAll(elements);
    }

    private static JsonNode type(String name) {
        return JSON.objectNode().put("type", name);
    }

    private static Arbitrary<JsonNode> booleans() {
        return Arbitraries.frequency(Tuple.of(5, true), Tuple.of(1, false)).map(JSON::booleanNode);
    }

    private static Arbitrary<JsonNode> references() {
        return Arbitraries.of("#", "#/$defs/one", "#/$defs/two")
                .map(to -> JSON.objectNode().put("$ref", to));
    }

    private static Arbitrary<JsonNode> literals() {
        return values().list().ofMinSize(1).ofMaxSize(4).map(values -> {
            var schema = JSON.objectNode();
            if (values.size() == 1) {
                schema.set("const", values.getFirst());
            } else {
                schema.putArray("enum").addAll(values);
            }
            return schema;
        });
    }

    private static Arbitrary<JsonNode> values() {
        return Arbitraries.of(
                        "1", "2.50", "-3", "\"a\"", "\"\"", "\"foo-1\"", "true", "null", "[1,\"b\"]", "{\"a\":1}", "{}")
                .map(Json::of);
    }

    private static Arbitrary<JsonNode> texts() {
        return Keys.start("type", JSON.stringNode("string"))
                .maybe(0.3, "minLength", Arbitraries.integers().between(0, 12).map(JSON::numberNode))
                .maybe(0.3, "maxLength", Arbitraries.integers().between(4, 40).map(JSON::numberNode))
                .maybe(0.25, "pattern", PATTERNS.map(JSON::stringNode))
                .maybe(0.25, "format", FORMATS.map(JSON::stringNode))
                .maybe(0.1, "default", values())
                .maybe(
                        0.1,
                        "description",
                        Arbitraries.of("the city", "an e-mail", "e.g. Bonn").map(JSON::stringNode))
                .build();
    }

    private static Arbitrary<JsonNode> numbers() {
        var bounds = Arbitraries.bigDecimals()
                .between(BigDecimal.valueOf(-50), BigDecimal.valueOf(50))
                .ofScale(2);
        return Keys.start(Arbitraries.of("integer", "number").map(RandomSchemas::type))
                .maybe(0.3, "minimum", bounds.map(JSON::numberNode))
                .maybe(
                        0.3,
                        "maximum",
                        bounds.map(BigDecimal.TEN.multiply(BigDecimal.TEN)::add).map(JSON::numberNode))
                .maybe(0.1, "exclusiveMinimum", bounds.map(JSON::numberNode))
                .maybe(0.1, "exclusiveMaximum", bounds.map(JSON::numberNode))
                .maybe(
                        0.2,
                        "multipleOf",
                        Arbitraries.of("0.01", "0.25", "2", "3", "7.5")
                                .map(BigDecimal::new)
                                .map(JSON::numberNode))
                .build();
    }

    private static Arbitrary<JsonNode> arrays(int depth) {
        return Keys.start("type", JSON.stringNode("array"))
                .maybe(0.8, "items", schemas(depth))
                .maybe(
                        0.2,
                        "prefixItems",
                        schemas(depth).list().ofMinSize(1).ofMaxSize(2).map(RandomSchemas::array))
                .maybe(0.3, "minItems", Arbitraries.integers().between(0, 3).map(JSON::numberNode))
                .maybe(0.3, "maxItems", Arbitraries.integers().between(1, 5).map(JSON::numberNode))
                .maybe(0.2, "uniqueItems", Arbitraries.just(JSON.booleanNode(true)))
                .maybe(0.15, "contains", schemas(0))
                .maybe(0.1, "minContains", Arbitraries.integers().between(0, 2).map(JSON::numberNode))
                .maybe(0.1, "maxContains", Arbitraries.integers().between(2, 3).map(JSON::numberNode))
                .build();
    }

    private static Arbitrary<JsonNode> objects(int depth) {
        var properties = Arbitraries.maps(NAMES, schemas(depth)).ofMaxSize(4).map(members -> {
            var object = JSON.objectNode();
            members.forEach(object::set);
            return object;
        });
        var names = NAMES.set()
                .ofMaxSize(3)
                .map(set -> JSON.arrayNode()
                        .addAll(set.stream().map(JSON::stringNode).toList()));
        return Keys.start("type", JSON.stringNode("object"))
                .maybe(0.9, "properties", properties)
                .maybe(0.6, "required", names)
                .maybe(0.3, "additionalProperties", Arbitraries.oneOf(booleans(), schemas(0)))
                .maybe(
                        0.1,
                        "patternProperties",
                        schemas(0).map(inner -> JSON.objectNode().set("^x\\d$", inner)))
                .maybe(0.1, "propertyNames", Arbitraries.just(Json.of("{\"maxLength\":4}")))
                .maybe(
                        0.1,
                        "minProperties",
                        Arbitraries.integers().between(0, 4).map(JSON::numberNode))
                .maybe(
                        0.1,
                        "maxProperties",
                        Arbitraries.integers().between(2, 5).map(JSON::numberNode))
                .maybe(0.1, "dependentRequired", Arbitraries.just(Json.of("{\"a\":[\"b\"],\"city\":[\"age\"]}")))
                .build();
    }

    private static Arbitrary<JsonNode> logic(int depth) {
        var several = schemas(depth).list().ofMinSize(1).ofMaxSize(3).map(RandomSchemas::array);
        return Keys.start(JSON.objectNode())
                .maybe(0.5, "anyOf", several)
                .maybe(0.25, "oneOf", several)
                .maybe(0.15, "allOf", several)
                .maybe(0.15, "not", schemas(0))
                .build();
    }

    private static Arbitrary<JsonNode> mixed(int depth) {
        return Keys.start(objects(depth))
                .maybe(
                        0.4,
                        "anyOf",
                        objects(depth).list().ofMinSize(1).ofMaxSize(2).map(RandomSchemas::array))
                .maybe(
                        0.3,
                        "allOf",
                        objects(depth).list().ofMinSize(1).ofMaxSize(2).map(RandomSchemas::array))
                .maybe(0.3, "if", objects(0))
                .maybe(0.3, "then", objects(0))
                .maybe(0.2, "else", objects(0))
                .build();
    }
}
