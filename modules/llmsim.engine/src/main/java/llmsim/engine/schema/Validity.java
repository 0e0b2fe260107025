package llmsim.engine.schema;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Says whether values validate, in bounded work. */
record Validity(List<Part> parts, Fuel fuel) {
    boolean fits(List<Integer> schemas, JsonNode value) {
        return schemas.stream().allMatch(schema -> fits(schema, value));
    }

    boolean fits(int schema, JsonNode value) {
        fuel.burn(1);
        var part = parts.get(schema);
        return part.kinds().contains(Kind.of(value))
                && part.members().map(members -> members.contain(value)).orElse(true)
                && fitsKind(part, value)
                && fitsLogic(part.logic(), value);
    }

    private boolean fits(OptionalInt schema, JsonNode value) {
        return schema.isEmpty() || fits(schema.getAsInt(), value);
    }

    private boolean fitsKind(Part part, JsonNode value) {
        return switch (Kind.of(value)) {
            case NUMBER -> part.numbers().allow(value.decimalValue());
            case STRING -> fitsText(part.texts(), value.asString());
            case ARRAY -> fitsArray(part.arrays(), value);
            case OBJECT -> fitsObject(part.objects(), value);
            case BOOLEAN, NULL -> true;
        };
    }

    private boolean fitsText(TextRules rules, String text) {
        fuel.burn(rules.arePlain() ? 0 : 10 + text.length());
        return rules.allow(text);
    }

    private boolean fitsLogic(Logic logic, JsonNode value) {
        return fits(logic.all(), value)
                && logic.any().stream().allMatch(options -> options.stream().anyMatch(option -> fits(option, value)))
                && logic.one().stream().allMatch(options -> count(options, value) == 1)
                && (logic.not().isEmpty() || !fits(logic.not().getAsInt(), value))
                && logic.condition()
                        .map(condition -> fitsCondition(condition, value))
                        .orElse(true)
                && logic.dependent().entrySet().stream()
                        .allMatch(entry -> !value.has(entry.getKey()) || fits(entry.getValue(), value));
    }

    private long count(List<Integer> options, JsonNode value) {
        return options.stream().filter(option -> fits(option, value)).limit(2).count();
    }

    private boolean fitsCondition(Logic.Condition condition, JsonNode value) {
        return fits(fits(condition.test(), value) ? condition.then() : condition.otherwise(), value);
    }

    private boolean fitsArray(ArrayRules rules, JsonNode array) {
        return rules.least() <= array.size()
                && array.size() <= rules.most()
                && IntStream.range(0, array.size()).allMatch(i -> fits(rules.element(i), array.get(i)))
                && (!rules.unique() || isUnique(array))
                && (rules.contained().isEmpty()
                        || contains(rules, rules.contained().getAsInt(), array));
    }

    private boolean isUnique(JsonNode array) {
        fuel.burn(array.size());
        var seen = new HashSet<>();
        return IntStream.range(0, array.size()).allMatch(i -> seen.add(Canonical.of(array.get(i))));
    }

    private boolean contains(ArrayRules rules, int schema, JsonNode array) {
        var count = IntStream.range(0, array.size())
                .filter(i -> fits(schema, array.get(i)))
                .count();
        return rules.leastContained() <= count && count <= rules.mostContained();
    }

    private boolean fitsObject(ObjectRules rules, JsonNode object) {
        return rules.least() <= object.size()
                && object.size() <= rules.most()
                && rules.required().stream().allMatch(object::has)
                && rules.needs().entrySet().stream()
                        .allMatch(entry -> !object.has(entry.getKey())
                                || entry.getValue().stream().allMatch(object::has))
                && object.properties().stream()
                        .allMatch(member -> fitsMember(rules, member.getKey(), member.getValue()));
    }

    private boolean fitsMember(ObjectRules rules, String name, JsonNode value) {
        fuel.burn(1 + (long) rules.patterns().size() * 10);
        return fits(rules.names(), JsonNodeFactory.instance.stringNode(name)) && fits(rules.property(name), value);
    }
}
