package llmsim.engine.schema;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds the part of a schema that is the reason why there is no value, or none that is small enough. Not thread-safe. */
final class Culprit {
    private final Plan plan;
    private final Set<Integer> seen = new HashSet<>();

    private Culprit(Plan plan) {
        this.plan = plan;
    }

    /** Why the root has no value. */
    static UnusableSchemaException ofContradiction(Plan plan) {
        return new Culprit(plan).from(Plan.ROOT);
    }

    /** Why the root's smallest value is too large: as far down as one part alone is. */
    static UnusableSchemaException ofSize(Plan plan) {
        var culprit = new Culprit(plan);
        var node = Plan.ROOT;
        for (var next = node; next >= 0 && culprit.seen.add(next); next = culprit.tooLarge(node)) {
            node = next;
        }
        return culprit.at(node, "its smallest value has more than " + Limits.SMALLEST + " characters");
    }

    private int tooLarge(int node) {
        return parts(plan.node(node))
                .filter(part -> plan.isPossible(part) && plan.size(part) > Limits.SMALLEST)
                .findFirst()
                .orElse(-1);
    }

    private static IntStream parts(Node node) {
        return switch (node) {
            case Node.Choice(var usual, var others) ->
                IntStream.concat(
                        usual.stream().mapToInt(i -> i), others.stream().mapToInt(i -> i));
            case Node.Checked(var inner, var _) -> IntStream.of(inner);
            case Node.Advised(var inner, var _) -> IntStream.of(inner);
            case Node.Structure structure -> structure.required().stream().mapToInt(name -> structure.property(name));
            case Node.Array array ->
                IntStream.range(0, Math.min(array.least(), array.first().size() + 1))
                        .map(array::element);
            default -> IntStream.empty();
        };
    }

    private UnusableSchemaException from(int start) {
        var node = start;
        while (seen.add(node)) {
            var reason = reason(plan.node(node));
            if (reason.isPresent()) {
                return at(node, reason.get());
            }
            node = next(plan.node(node));
        }
        return at(node, "it refers to itself without a way out");
    }

    /** Why this node itself has no value; empty if the reason is further down. */
    private Optional<String> reason(Node node) {
        return switch (node) {
            case Node.Empty(var reason) -> Optional.of(reason);
            case Node.Structure structure
            when impossible(structure) < 0 -> Optional.of("'minProperties' asks for more properties than there can be");
            case Node.Array array
            when impossible(array) < 0 -> Optional.of("'minItems' asks for more elements than there can be");
            default -> Optional.empty();
        };
    }

    private int next(Node node) {
        return switch (node) {
            case Node.Choice(var usual, var others) -> usual.isEmpty() ? others.getFirst() : usual.getFirst();
            case Node.Checked(var inner, var _) -> inner;
            case Node.Advised(var inner, var _) -> inner;
            case Node.Structure structure -> impossible(structure);
            case Node.Array array -> impossible(array);
            case Node.Empty _, Node.Literals _, Node.Null _, Node.Bool _, Node.Num _, Node.Text _ ->
                throw new IllegalStateException("it has values");
        };
    }

    private int impossible(Node.Structure structure) {
        return structure.required().stream()
                .mapToInt(name -> structure.property(name))
                .filter(node -> !plan.isPossible(node))
                .findFirst()
                .orElse(-1);
    }

    private int impossible(Node.Array array) {
        var needed = Math.min(array.least(), array.first().size() + 1);
        var elements = IntStream.range(0, needed).map(array::element);
        return IntStream.concat(array.contained().stream().mapToInt(Integer::intValue), elements)
                .filter(node -> !plan.isPossible(node))
                .findFirst()
                .orElse(-1);
    }

    private UnusableSchemaException at(int node, String reason) {
        return new UnusableSchemaException(plan.places().get(node), reason);
    }
}
