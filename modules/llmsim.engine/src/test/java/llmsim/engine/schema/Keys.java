package llmsim.engine.schema;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Builds random objects member by member. */
record Keys(Arbitrary<? extends JsonNode> start) {
    static Keys start(JsonNode object) {
        return new Keys(Arbitraries.just(object));
    }

    static Keys start(String name, JsonNode value) {
        return start(JsonNodeFactory.instance.objectNode().set(name, value));
    }

    static Keys start(Arbitrary<? extends JsonNode> objects) {
        return new Keys(objects);
    }

    /** A member that is there with a probability. */
    Keys maybe(double probability, String name, Arbitrary<? extends JsonNode> values) {
        return new Keys(Combinators.combine(start, values.optional(probability)).as((object, value) -> {
            var longer = ((ObjectNode) object).deepCopy();
            value.ifPresent(present -> longer.set(name, present));
            return longer;
        }));
    }

    Arbitrary<JsonNode> build() {
        return start.map(object -> object);
    }
}
