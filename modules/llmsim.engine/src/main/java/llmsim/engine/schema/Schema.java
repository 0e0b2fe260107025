package llmsim.engine.schema;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import llmsim.api.json.FieldPath;
import tools.jackson.databind.JsonNode;

/**
 * A JSON Schema that was read and is known to have values. Immutable, thread-safe.
 *
 * <p>Of draft 2020-12, with the forms of drafts 4 to 7 and of OpenAPI where they differ: {@code definitions}, arrays of
 * {@code items}, flags as exclusive bounds, {@code nullable}, upper-case types, numbers in strings. Formats are met.
 * {@code unevaluatedProperties} means that there are no properties without names; {@code unevaluatedItems} and the
 * content of strings are not looked at; references lead no further than the document, and an {@code $id} inside of it
 * does not change what a pointer starts from.
 *
 * <p>Unusable are schemas without a value, or where none is found in a bounded number of steps; schemas that apply to
 * the same value without end; more than 20,000 JSON values, 400,000 characters or 100 levels; numbers of more than 400
 * digits; values that cannot have fewer than 32,768 characters or 100 levels; and regular expressions with back
 * references, flags or atomic groups. The work of reading, and of each value, is bounded by counted steps.
 */
public final class Schema {
    private static final int TRIES = 3;
    private static final int FIRST_TRIES = 40;

    private final List<Part> parts;
    private final Plan plan;
    private final JsonNode witness;

    private Schema(List<Part> parts, Plan plan, JsonNode witness) {
        this.parts = parts;
        this.plan = plan;
        this.witness = witness;
    }

    /**
     * The schema of a JSON document.
     *
     * @throws UnusableSchemaException where it describes no value, is none, or is over the limits
     */
    public static Schema read(JsonNode schema) {
        Measure.check(schema);
        var parts = SchemaReader.read(schema);
        InPlace.check(parts);
        try {
            var plan = Planner.plan(parts, new Fuel(Limits.READING));
            checkSize(plan);
            return new Schema(parts, plan, witness(parts, plan));
        } catch (Fuel.Spent spent) {
            throw unusable("it takes too many steps to find a value");
        }
    }

    private static void checkSize(Plan plan) {
        if (!plan.isPossible(Plan.ROOT)) {
            throw Culprit.ofContradiction(plan);
        }
        if (plan.size(Plan.ROOT) > Limits.SMALLEST) {
            throw Culprit.ofSize(plan);
        }
        if (plan.costs().depth(Plan.ROOT) > Limits.LEVELS) {
            throw unusable("its smallest value is nested deeper than " + Limits.LEVELS + " levels");
        }
    }

    /** A value that stands in for those that cannot be drawn. */
    private static JsonNode witness(List<Part> parts, Plan plan) {
        var fuel = new Fuel(Limits.READING);
        var random = new Probe();
        for (var attempt = 0; attempt < FIRST_TRIES; attempt++) {
            var value = drawn(parts, plan, random, Hints.NONE, fuel);
            if (value.isPresent()) {
                return value.get();
            }
        }
        throw unusable("no value that fits was found");
    }

    private static UnusableSchemaException unusable(String reason) {
        return new UnusableSchemaException(FieldPath.ROOT, reason);
    }

    private static Optional<JsonNode> drawn(
            List<Part> parts, Plan plan, RandomGenerator random, Hints hints, Fuel fuel) {
        var validity = new Validity(parts, fuel);
        try {
            var value = new Drawing(plan, validity, random, hints).draw(Plan.ROOT, Subject.NONE);
            return Optional.of(value).filter(drawn -> validity.fits(0, drawn));
        } catch (Failed _) {
            return Optional.empty();
        }
    }

    /** Whether a value validates; false too if that cannot be told in a bounded number of steps. */
    public boolean fits(JsonNode value) {
        try {
            return new Validity(parts, new Fuel(Limits.DRAWING)).fits(0, value);
        } catch (Fuel.Spent spent) {
            return false;
        }
    }

    /** A value that validates; the same for the same draws and hints. It is the caller's own. */
    public JsonNode value(RandomGenerator random, Hints hints) {
        var fuel = new Fuel(Limits.DRAWING);
        try {
            for (var attempt = 0; attempt < TRIES; attempt++) {
                var value = drawn(parts, plan, random, hints, fuel);
                if (value.isPresent()) {
                    return value.get();
                }
            }
        } catch (Fuel.Spent spent) {
            // The witness takes no work.
        }
        return witness.deepCopy();
    }
}
