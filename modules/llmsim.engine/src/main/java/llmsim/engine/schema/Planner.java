package llmsim.engine.schema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import llmsim.api.json.FieldPath;

/**
 * Turns schemas into a plan: one node for each set of schemas that meet at a place. As there are only so many sets,
 * recursion ends by itself; a queue instead of recursion, because they may lead far. Not thread-safe.
 */
final class Planner {
    private final List<Part> parts;
    private final Fuel fuel;
    private final Validity validity;
    private final Map<Goal, Integer> numbers = new HashMap<>();
    private final Map<TextRules, Node> texts = new HashMap<>();
    private final Deque<Goal> open = new ArrayDeque<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<FieldPath> places = new ArrayList<>();

    private Planner(List<Part> parts, Fuel fuel) {
        this.parts = parts;
        this.fuel = fuel;
        validity = new Validity(parts, fuel);
    }

    /** The plan of the values that fit the first schema. */
    static Plan plan(List<Part> parts, Fuel fuel) {
        var planner = new Planner(parts, fuel);
        planner.number(List.of(0));
        while (!planner.open.isEmpty()) {
            var goal = planner.open.poll();
            planner.nodes.set(Objects.requireNonNull(planner.numbers.get(goal)), planner.node(goal));
        }
        var nodes = List.copyOf(planner.nodes);
        return new Plan(nodes, planner.places, Costs.of(nodes, fuel));
    }

    void burn(long steps) {
        fuel.burn(steps);
    }

    /** The number of the node for values that fit all of these schemas; it is planned later. */
    int number(Collection<Integer> schemas) {
        return number(Goal.of(schemas));
    }

    private int number(Goal goal) {
        fuel.burn(1 + goal.open().size() + goal.done().size());
        var known = numbers.get(goal);
        if (known != null) {
            return known;
        }
        var from = goal.open().isEmpty() ? goal.done() : goal.open();
        var number = added(new Node.Empty("it is not planned"), from);
        numbers.put(goal, number);
        open.add(goal);
        return number;
    }

    /** The number of a node that is used at one place only. */
    int added(Node node, List<Integer> schemas) {
        if (nodes.size() >= Limits.NODES) {
            throw new UnusableSchemaException(FieldPath.ROOT, "it has more than " + Limits.NODES + " combinations");
        }
        nodes.add(node);
        places.add(
                schemas.isEmpty()
                        ? FieldPath.ROOT
                        : parts.get(schemas.getFirst()).where());
        return nodes.size() - 1;
    }

    /** The node of strings; looked for once, because that may be much work. */
    Node text(TextRules rules) {
        return texts.computeIfAbsent(rules, _ -> TextNodes.node(rules, fuel));
    }

    private Node node(Goal goal) {
        var closure = Closure.of(goal, parts);
        fuel.burn(closure.schemas().size());
        var merged = Merged.of(closure.schemas(), parts);
        var node = merged.isContradiction()
                        || merged.members().isPresent()
                        || closure.choices().isEmpty()
                ? new Leaves(this, parts, validity).node(merged)
                : choice(closure);
        return checked(advised(node, merged, closure), closure);
    }

    private Node choice(Closure closure) {
        var alternatives = Combinations.of(closure.choices()).stream()
                .map(way -> number(Goal.of(closure.schemas(), way)))
                .distinct()
                .toList();
        return new Node.Choice(alternatives, List.of());
    }

    private Node advised(Node node, Merged merged, Closure closure) {
        var advice = closure.fresh().stream()
                .map(schema -> parts.get(schema).advice())
                .reduce(Advice.NONE, Advice::and);
        if (advice.isEmpty() || node instanceof Node.Empty) {
            return node;
        }
        var fitting = advice.suggestions().stream()
                .filter(value -> validity.fits(merged.schemas(), value))
                .toList();
        return new Node.Advised(added(node, merged.schemas()), new Advice(advice.about(), fitting));
    }

    private Node checked(Node node, Closure closure) {
        var unsure = closure.fresh().stream()
                .filter(schema -> parts.get(schema).needsCheck())
                .toList();
        return unsure.isEmpty() || node instanceof Node.Empty || node instanceof Node.Literals
                ? node
                : new Node.Checked(added(node, closure.schemas()), unsure);
    }
}
