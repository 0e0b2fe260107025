package llmsim.engine.journal;

import java.util.List;

/**
 * Whether an expectation was met.
 *
 * @param problems a sentence for each thing that was not; none if it was met
 * @param fitting the requests that fit what is counted, oldest first
 * @param nearest of the requests that do not fit though more should, those that come nearest
 */
public record Verification(List<String> problems, List<Recorded> fitting, List<Near> nearest) {
    public Verification {
        problems = List.copyOf(problems);
        fitting = List.copyOf(fitting);
        nearest = List.copyOf(nearest);
    }

    /**
     * A request that does not fit.
     *
     * @param reasons a sentence for each condition that it does not fulfil
     */
    public record Near(Recorded request, List<String> reasons) {
        public Near {
            reasons = List.copyOf(reasons);
        }
    }

    /** Whether it was met. */
    public boolean passed() {
        return problems.isEmpty();
    }

    /** All that is wrong, and what came nearest; for people. */
    public String text() {
        var text = new StringBuilder(passed() ? "As expected." : String.join("\n", problems));
        nearest.forEach(near -> text.append("\n  request ")
                .append(near.request().number())
                .append(" (")
                .append(near.request().exchange().id())
                .append("): ")
                .append(String.join("; ", near.reasons())));
        return text.toString();
    }
}
