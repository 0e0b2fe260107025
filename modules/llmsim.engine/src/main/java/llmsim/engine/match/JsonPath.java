package llmsim.engine.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A path into JSON: a part of RFC 9535.
 *
 * <p>There are {@code $}, {@code .name}, {@code ['name']}, {@code ["name"]}, {@code [2]}, {@code [-1]}, {@code [1:3]},
 * {@code [::2]}, {@code .*}, {@code [*]}, and each of them behind {@code ..} for all depths. There are no filters
 * ({@code [?…]}), no unions ({@code [0,1]}) and no slices that run backwards. Immutable and thread-safe.
 *
 * @param written as users write it
 */
public record JsonPath(String written, List<Step> steps) {
    /** Most characters of a path. */
    public static final int LONGEST = 500;

    private static final int MOST_PLACES = 100_000;

    public JsonPath {
        steps = List.copyOf(steps);
    }

    /** The path; {@link IllegalArgumentException} with a phrase that says what is wrong with it. */
    public static JsonPath of(String written) {
        return new JsonPath(written, new JsonPathParsing(written).steps());
    }

    /** All values that the path leads to, in the order of the text; empty if they are too many to look at. */
    public Optional<List<JsonNode>> in(JsonNode root) {
        if (root.isMissingNode()) {
            return Optional.of(List.of());
        }
        var here = List.of(root);
        var seen = 0L;
        for (var step : steps) {
            var next = new ArrayList<JsonNode>();
            for (var node : here) {
                seen += step.deep() ? deep(step, node, next, MOST_PLACES - seen) : select(step, node, next);
                if (seen > MOST_PLACES) {
                    return Optional.empty();
                }
            }
            here = next;
        }
        return Optional.of(here);
    }

    private static long select(Step step, JsonNode node, List<JsonNode> into) {
        var before = into.size();
        step.selector().select(node, into);
        return 1L + into.size() - before;
    }

    private static long deep(Step step, JsonNode node, List<JsonNode> into, long most) {
        var seen = select(step, node, into);
        for (var child : node.values()) {
            if (seen > most) {
                return seen;
            }
            seen += deep(step, child, into, most - seen);
        }
        return seen;
    }

    /**
     * One step.
     *
     * @param deep whether it is taken from every depth below
     */
    public record Step(Selector selector, boolean deep) {}

    /** Chooses children of a value. */
    public sealed interface Selector {
        /** Adds the children that are chosen. */
        void select(JsonNode node, List<JsonNode> into);

        /** The member of this name. */
        record Name(String name) implements Selector {
            @Override
            public void select(JsonNode node, List<JsonNode> into) {
                var child = node.get(name);
                if (child != null) {
                    into.add(child);
                }
            }
        }

        /** The element at this index, counted from the end if it is below 0. */
        record Index(int index) implements Selector {
            @Override
            public void select(JsonNode node, List<JsonNode> into) {
                var at = index < 0 ? node.size() + index : index;
                if (node.isArray() && at >= 0 && at < node.size()) {
                    into.add(node.get(at));
                }
            }
        }

        /** Elements from one index up to another, each {@code step}-th. */
        record Slice(Optional<Integer> from, Optional<Integer> to, int step) implements Selector {
            @Override
            public void select(JsonNode node, List<JsonNode> into) {
                if (node.isArray()) {
                    var end = bound(to.orElse(node.size()), node.size());
                    for (var at = (long) bound(from.orElse(0), node.size()); at < end; at += step) {
                        into.add(node.get((int) at));
                    }
                }
            }

            private static int bound(int index, int size) {
                return Math.clamp(index < 0 ? (long) index + size : index, 0, size);
            }
        }

        /** All children. */
        record All() implements Selector {
            @Override
            public void select(JsonNode node, List<JsonNode> into) {
                into.addAll(node.values());
            }
        }
    }
}
