package llmsim.engine.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Plans arrays: the intersection of what several schemas say. */
final class ArrayNodes {
    /** More than these elements by {@code minContains} would make too large a plan. */
    private static final int MOST_CONTAINED = 1_000;

    private final Planner planner;
    private final List<ArrayRules> rules;

    ArrayNodes(Planner planner, List<ArrayRules> rules) {
        this.planner = planner;
        this.rules = rules;
    }

    Node node() {
        var tuple = rules.stream().mapToInt(rule -> rule.first().size()).max().orElse(0);
        var first = IntStream.range(0, tuple)
                .mapToObj(index -> planner.number(elements(index)))
                .toList();
        var contained = contained(tuple);
        var least = rules.stream().mapToInt(ArrayRules::least).max().orElse(0);
        var most = rules.stream().mapToInt(ArrayRules::most).min().orElse(Integer.MAX_VALUE);
        if (least > most) {
            return new Node.Empty("'minItems' is greater than 'maxItems'");
        }
        var unique = rules.stream().anyMatch(ArrayRules::unique);
        var rest = planner.number(elements(tuple));
        return new Node.Array(first, rest, contained, Math.max(least, contained.size()), most, unique);
    }

    private List<Integer> elements(int index) {
        return rules.stream()
                .flatMapToInt(rule -> rule.element(index).stream())
                .boxed()
                .toList();
    }

    private List<Integer> contained(int tuple) {
        var contained = new ArrayList<Integer>();
        for (var rule : rules) {
            rule.contained().ifPresent(schema -> {
                var elements = new ArrayList<>(elements(tuple));
                elements.add(schema);
                var times = Math.min(rule.leastContained(), MOST_CONTAINED);
                contained.addAll(Collections.nCopies(times, planner.number(elements)));
            });
        }
        return List.copyOf(contained);
    }
}
