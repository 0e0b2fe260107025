package llmsim.engine.schema;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import llmsim.api.json.FieldPath;
import tools.jackson.databind.JsonNode;

/**
 * A JSON Schema that was read and is known to have values. Immutable, thread-safe.
 *
 * <p>Of draft 2020-12, with the forms of drafts 4 to 7 and of OpenAPI where they differ. Schemas in other documents,
 * the inside of {@code unevaluatedItems} and content keywords are not looked at.
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

    /** A value that validates; the same for the same draws and hints. */
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
