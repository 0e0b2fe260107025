package llmsim.engine.schema;

import java.util.List;
import java.util.random.RandomGenerator;

/** Draws one of several nodes. Not thread-safe. */
record Alternatives(Plan plan, RandomGenerator random) {
    /** How much likelier another alternative is than {@code null}. */
    private static final int WEIGHT = 6;

    /** One of at least one. */
    int draw(List<Integer> alternatives) {
        if (alternatives.size() == 1) {
            return alternatives.getFirst();
        }
        var ticket = random.nextInt(alternatives.stream().mapToInt(this::weight).sum());
        for (var alternative : alternatives) {
            ticket -= weight(alternative);
            if (ticket < 0) {
                return alternative;
            }
        }
        throw new IllegalStateException("no alternative was drawn");
    }

    private int weight(int alternative) {
        return plan.isNull(alternative) ? 1 : WEIGHT;
    }
}
