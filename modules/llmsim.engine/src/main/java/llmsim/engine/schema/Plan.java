package llmsim.engine.schema;

import java.util.List;
import java.util.stream.Stream;
import llmsim.api.json.FieldPath;

/**
 * How the values of a schema are made: nodes by their numbers, 0 being the root.
 *
 * @param places what part of the schema each node came from
 */
record Plan(List<Node> nodes, List<FieldPath> places, Costs costs) {
    static final int ROOT = 0;

    Node node(int node) {
        return nodes.get(node);
    }

    boolean isPossible(int node) {
        return costs.size(node) < Sizes.IMPOSSIBLE;
    }

    long size(int node) {
        return costs.size(node);
    }

    /** Whether it gives {@code null} alone. */
    boolean isNull(int node) {
        return switch (nodes.get(node)) {
            case Node.Null _ -> true;
            case Node.Literals(var values) -> values.stream().allMatch(value -> value.isNull());
            case Node.Choice(var usual, var others) ->
                others.isEmpty() && usual.stream().allMatch(this::isNull);
            case Node.Checked(var inner, var _) -> isNull(inner);
            case Node.Advised(var inner, var _) -> isNull(inner);
            default -> false;
        };
    }

    /** The alternatives of a choice that have values. */
    List<Integer> possible(List<Integer> one, List<Integer> other) {
        return Stream.concat(one.stream(), other.stream())
                .filter(this::isPossible)
                .toList();
    }

    /** The alternative with the smallest values. */
    int smallest(Node.Choice choice) {
        return Stream.concat(choice.usual().stream(), choice.others().stream())
                .min((one, other) -> Long.compare(size(one), size(other)))
                .orElseThrow();
    }
}
