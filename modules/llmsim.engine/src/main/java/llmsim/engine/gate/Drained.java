package llmsim.engine.gate;

import llmsim.api.problem.Category;
import llmsim.api.problem.Problem;

/** Lets nothing pass any more: the simulator is being drained. What passed before goes on. */
public record Drained() implements Gate {
    private static final Verdict REFUSED = Verdict.refuse(Problem.Stated.of(Category.UNAVAILABLE, ""));

    @Override
    public Verdict check(Admission admission) {
        return REFUSED;
    }
}
