package llmsim.testkit.contract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import llmsim.api.content.Bytes;
import llmsim.api.exchange.Body;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Bodies that no client should send. */
final class HostileBodies {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<JsonNode> WRONG = Stream.of(
                    "null",
                    "true",
                    "-1",
                    "0",
                    "1.5",
                    "9223372036854775808",
                    "1e999",
                    "\"\"",
                    "\"x\"",
                    "[]",
                    "[null]",
                    "[[]]",
                    "{}",
                    "{\"x\":{}}")
            .map(JSON::readTree)
            .toList();

    private HostileBodies() {}

    /** Bodies that know nothing of the adapter. */
    static List<Body> any() {
        var texts = Stream.of(
                "",
                " ",
                "null",
                "true",
                "7",
                "\"text\"",
                "[]",
                "{}",
                "{",
                "{\"a\":",
                "{'a':1}",
                "{\"a\":1}{}",
                "NaN",
                "{\"a\":1,\"a\":2}",
                "\ufeff{}",
                "[".repeat(10_000),
                "{\"a\":".repeat(10_000),
                "1".repeat(100_000),
                "{\"" + "k".repeat(100_000) + "\":0}",
                "\u0000");
        var bodies = new ArrayList<Body>();
        bodies.add(Body.EMPTY);
        texts.map(text -> json(Bytes.ofUtf8(text))).forEach(bodies::add);
        bodies.add(json(Bytes.copyOf(new byte[] {'{', '"', (byte) 0xc3, '"', ':', '1', '}'})));
        bodies.add(json(Bytes.copyOf("{}".getBytes(StandardCharsets.UTF_16))));
        bodies.add(new Body.Raw("text/plain", Bytes.ofUtf8("{}")));
        bodies.add(new Body.Raw("", Bytes.ofUtf8("{}")));
        return bodies;
    }

    /** A good body with one value in it, at any depth, left out or replaced by a wrong one. */
    static List<Body> near(String good) {
        var bodies = new ArrayList<Body>();
        var root = JSON.readTree(good);
        spoil(root, root, bodies);
        return bodies;
    }

    private static void spoil(JsonNode root, JsonNode node, List<Body> bodies) {
        switch (node) {
            case ObjectNode object ->
                List.copyOf(object.propertyNames()).forEach(name -> spoilField(root, object, name, bodies));
            case ArrayNode array -> {
                for (var index = 0; index < array.size(); index++) {
                    spoilElement(root, array, index, bodies);
                }
            }
            default -> {}
        }
    }

    private static void spoilField(JsonNode root, ObjectNode object, String name, List<Body> bodies) {
        var good = object.get(name);
        spoil(root, good, bodies);
        for (var wrong : WRONG) {
            object.set(name, wrong);
            bodies.add(written(root));
        }
        object.remove(name);
        bodies.add(written(root));
        object.set(name, good);
    }

    private static void spoilElement(JsonNode root, ArrayNode array, int index, List<Body> bodies) {
        var good = array.get(index);
        spoil(root, good, bodies);
        for (var wrong : WRONG) {
            array.set(index, wrong);
            bodies.add(written(root));
        }
        array.set(index, good);
    }

    private static Body written(JsonNode root) {
        return json(Bytes.owned(JSON.writeValueAsBytes(root)));
    }

    static Body json(Bytes bytes) {
        return new Body.Raw("application/json", bytes);
    }
}
