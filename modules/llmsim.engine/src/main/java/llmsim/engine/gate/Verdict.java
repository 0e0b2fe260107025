package llmsim.engine.gate;

import llmsim.api.problem.Problem;
import llmsim.engine.fault.InjectedError;

/** What a gate says. */
public sealed interface Verdict {
    /** May pass, and holds nothing. */
    Verdict PASS = new Pass(Lease.NONE);

    /** May pass; what it holds until it is over is in the lease. */
    record Pass(Lease lease) implements Verdict {}

    /** May not pass. */
    record Refuse(Problem problem) implements Verdict {}

    /** Might pass, but fails on purpose. */
    record Inject(InjectedError error) implements Verdict {}

    /** May not pass. */
    static Verdict refuse(Problem problem) {
        return new Refuse(problem);
    }
}
