package llmsim.engine.schema;

import java.util.ArrayDeque;
import java.util.Deque;
import llmsim.api.json.FieldPath;
import tools.jackson.databind.JsonNode;

/** Refuses a document that is over the limits, before anything else looks at it. Not thread-safe. */
final class Measure {
    private final Deque<Level> open = new ArrayDeque<>();
    private long values;
    private long text;

    private record Level(JsonNode value, int depth) {}

    private Measure() {}

    static void check(JsonNode document) {
        var measure = new Measure();
        measure.open.push(new Level(document, 0));
        while (!measure.open.isEmpty()) {
            measure.take(measure.open.pop());
        }
    }

    private void take(Level level) {
        require(++values <= Limits.VALUES, "it has more than " + Limits.VALUES + " values");
        require(level.depth() <= Limits.DEPTH, "it is nested deeper than " + Limits.DEPTH + " levels");
        var value = level.value();
        switch (Kind.of(value)) {
            case STRING -> addText(value.asString());
            case NUMBER -> checkNumber(value);
            case ARRAY -> value.forEach(element -> open.push(new Level(element, level.depth() + 1)));
            case OBJECT ->
                value.properties().forEach(member -> {
                    addText(member.getKey());
                    open.push(new Level(member.getValue(), level.depth() + 1));
                });
            case BOOLEAN, NULL -> {}
        }
        require(open.size() <= Limits.VALUES, "it has more than " + Limits.VALUES + " values");
    }

    private void addText(String part) {
        text += part.length();
        require(text <= Limits.TEXT, "its names and strings have more than " + Limits.TEXT + " characters");
    }

    private static void checkNumber(JsonNode number) {
        var isBinary = number.isDouble() || number.isFloat();
        require(!isBinary || Double.isFinite(number.doubleValue()), "a number of it is not finite");
        var exact = number.decimalValue();
        var fits = Math.abs((long) exact.scale()) <= Limits.DIGITS && exact.precision() <= Limits.DIGITS;
        require(fits, "a number of it has more than " + Limits.DIGITS + " digits");
    }

    private static void require(boolean held, String otherwise) {
        if (!held) {
            throw new UnusableSchemaException(FieldPath.ROOT, otherwise);
        }
    }
}
