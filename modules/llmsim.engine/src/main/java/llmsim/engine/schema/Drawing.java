package llmsim.engine.schema;

import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Draws one value by a plan. A try may fail; the work is bounded. Not thread-safe. */
final class Drawing {
    static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** What drawing one node takes; checking it is less work. */
    private static final int STEPS = 5;

    private static final int TRIES = 12;
    private final Plan plan;
    private final Validity validity;
    private final RandomGenerator random;
    private final TextDrawing texts;
    private final NumberDrawing numbers;
    private final Borrowing borrowing;
    private final Room room = new Room();
    private boolean wild;

    Drawing(Plan plan, Validity validity, RandomGenerator random, Hints hints) {
        this.plan = plan;
        this.validity = validity;
        this.random = random;
        borrowing = new Borrowing(hints);
        texts = new TextDrawing(random, borrowing);
        numbers = new NumberDrawing(random, borrowing);
    }

    Plan plan() {
        return plan;
    }

    RandomGenerator random() {
        return random;
    }

    /**
     * A value of a node.
     *
     * @throws Failed where this try found none
     * @throws Fuel.Spent where it was too much work
     */
    JsonNode draw(int node, Subject subject) {
        validity.fuel().burn(STEPS);
        return switch (plan.node(node)) {
            case Node.Empty _ -> throw new Failed();
            case Node.Literals(var values) -> literal(values);
            case Node.Null _ -> JSON.nullNode();
            case Node.Bool _ -> JSON.booleanNode(random.nextBoolean());
            case Node.Num(var rules) -> numbers.draw(rules, subject, wild);
            case Node.Text text -> JSON.stringNode(texts.draw(text, subject, wild));
            case Node.Array array -> room.inside(() -> new ArrayDrawing(this, array).draw(subject));
            case Node.Structure structure -> room.inside(() -> new ObjectDrawing(this, structure).draw());
            case Node.Choice choice -> draw(alternative(choice), subject);
            case Node.Checked checked -> checked(checked, subject);
            case Node.Advised(var inner, var advice) -> advised(inner, advice, subject);
        };
    }

    private JsonNode literal(List<JsonNode> values) {
        var value = borrowing.mentioned(values).orElseGet(() -> values.get(random.nextInt(values.size())));
        return value.deepCopy();
    }

    private int alternative(Node.Choice choice) {
        var smallest = plan.smallest(choice);
        var possible = plan.possible(choice.usual(), wild ? choice.others() : List.of());
        if (possible.isEmpty()) {
            possible = plan.possible(choice.usual(), choice.others());
        }
        if (possible.isEmpty()) {
            throw new Failed();
        }
        var chosen = room.isDeep() ? smallest : new Alternatives(plan, random).draw(possible);
        return room.allows(plan.size(chosen) - plan.size(smallest)) ? chosen : smallest;
    }

    private JsonNode checked(Node.Checked checked, Subject subject) {
        var wasWild = wild;
        var lent = borrowing.lent();
        for (var attempt = 0; attempt < TRIES; attempt++) {
            wild = wasWild || attempt >= TRIES / 2;
            borrowing.restore(lent);
            try {
                var value = draw(checked.inner(), subject);
                if (validity.fits(checked.schemas(), value)) {
                    return value;
                }
            } catch (Failed _) {
                // The next try may find one.
            } finally {
                wild = wasWild;
            }
        }
        throw new Failed();
    }

    private JsonNode advised(int inner, Advice advice, Subject subject) {
        var suggestions = advice.suggestions();
        var about = subject.with(advice.about());
        if (suggestions.isEmpty() || wild || borrowing.knows(about) || random.nextBoolean()) {
            return draw(inner, about);
        }
        return suggestions.get(random.nextInt(suggestions.size())).deepCopy();
    }

    /** Like {@link #draw}, but anything rather than what is likely. */
    JsonNode drawAny(int node, Subject subject) {
        var wasWild = wild;
        wild = true;
        try {
            return draw(node, subject);
        } finally {
            wild = wasWild;
        }
    }

    boolean fits(List<Integer> schemas, String name) {
        return validity.fits(schemas, JSON.stringNode(name));
    }

    Room room() {
        return room;
    }
}
