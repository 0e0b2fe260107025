package llmsim.engine.schema;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The least size of each node's values, in characters of JSON, and how deep these values are. It shows which nodes have
 * values at all, and the shortest way out of a recursion.
 */
final class Costs {
    /** What a property's name takes that is still to be made. */
    static final long EXTRA_NAME = 10;

    private final List<Node> nodes;
    private final long[] sizes;
    private final int[] depths;

    private Costs(List<Node> nodes) {
        this.nodes = nodes;
        sizes = new long[nodes.size()];
        depths = new int[nodes.size()];
        Arrays.fill(sizes, Sizes.IMPOSSIBLE);
    }

    /** Starts from "all are impossible" and goes on until nothing gets smaller. */
    static Costs of(List<Node> nodes, Fuel fuel) {
        var costs = new Costs(nodes);
        var changed = true;
        while (changed) {
            fuel.burn(nodes.size());
            changed = costs.sweep();
        }
        return costs;
    }

    long size(int node) {
        return sizes[node];
    }

    int depth(int node) {
        return depths[node];
    }

    /** Backwards, because nodes come before those that they name. */
    private boolean sweep() {
        var changed = false;
        for (var node = sizes.length - 1; node >= 0; node--) {
            var size = Math.min(Sizes.IMPOSSIBLE, compute(nodes.get(node)));
            if (size < sizes[node]) {
                sizes[node] = size;
                depths[node] = computeDepth(nodes.get(node));
                changed = true;
            }
        }
        return changed;
    }

    private long compute(Node node) {
        return switch (node) {
            case Node.Empty _ -> Sizes.IMPOSSIBLE;
            case Node.Literals(var values) -> Sizes.least(values.stream().mapToLong(Sizes::of));
            case Node.Null _ -> 4;
            case Node.Bool _ -> 4;
            case Node.Num _ -> 2;
            case Node.Text(var rules, var witness) ->
                2L + (rules.arePlain() ? rules.least() : witness.codePointCount(0, witness.length()));
            case Node.Array array -> array(array);
            case Node.Structure structure -> structure(structure);
            case Node.Choice(var usual, var others) ->
                Math.min(
                        Sizes.least(usual.stream().mapToLong(this::size)),
                        Sizes.least(others.stream().mapToLong(this::size)));
            case Node.Checked(var inner, var _) -> sizes[inner];
            case Node.Advised(var inner, var _) -> sizes[inner];
        };
    }

    private long array(Node.Array array) {
        if (array.least() > array.most()) {
            return Sizes.IMPOSSIBLE;
        }
        var size = 2L;
        var extra = array.contained().stream().mapToLong(this::size).reduce(0, Sizes::sum);
        var single = Math.min(array.least(), array.first().size());
        for (var index = 0; index < single; index++) {
            size = Sizes.sum(size, sizes[array.first().get(index)] + 1);
        }
        var others = Math.max(0, array.least() - single - array.contained().size());
        return Sizes.sum(Sizes.sum(size, extra), Sizes.product(others, sizes[array.rest()] + 1));
    }

    private long structure(Node.Structure structure) {
        if (Math.max(structure.least(), structure.required().size()) > structure.most()) {
            return Sizes.IMPOSSIBLE;
        }
        var size = 2L;
        for (var name : structure.required()) {
            size = Sizes.sum(size, member(structure, name));
        }
        return Sizes.sum(
                size, others(structure, structure.least() - structure.required().size()));
    }

    private long member(Node.Structure structure, String name) {
        return name.length() + 4L + sizes[structure.property(name)];
    }

    private long others(Node.Structure structure, int missing) {
        if (missing <= 0) {
            return 0;
        }
        var extra = Sizes.least(structure.extras().stream().mapToLong(other -> sizes[other.value()] + EXTRA_NAME));
        var optional = structure.properties().keySet().stream()
                .filter(name -> !structure.required().contains(name))
                .mapToLong(name -> Math.min(extra, member(structure, name)))
                .filter(size -> size < Sizes.IMPOSSIBLE)
                .sorted()
                .limit(missing)
                .toArray();
        return Sizes.sum(
                LongStream.of(optional).reduce(0, Sizes::sum), Sizes.product((long) missing - optional.length, extra));
    }

    private int computeDepth(Node node) {
        return switch (node) {
            case Node.Array array ->
                1
                        + deepest(LongStream.range(
                                        0, Math.min(array.least(), array.first().size() + 1L))
                                .map(index -> array.element((int) index)));
            case Node.Structure structure ->
                1 + deepest(structure.required().stream().mapToLong(name -> structure.property(name)));
            case Node.Choice choice -> depths[new Plan(nodes, List.of(), this).smallest(choice)];
            case Node.Checked(var inner, var _) -> depths[inner];
            case Node.Advised(var inner, var _) -> depths[inner];
            case Node.Empty _, Node.Literals _, Node.Null _, Node.Bool _, Node.Num _, Node.Text _ -> 0;
        };
    }

    private int deepest(LongStream inner) {
        return inner.mapToInt(node -> depths[(int) node]).max().orElse(0);
    }
}
