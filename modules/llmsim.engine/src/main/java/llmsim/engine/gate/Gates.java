package llmsim.engine.gate;

import java.util.ArrayList;
import java.util.List;
import llmsim.api.problem.Problem;
import llmsim.api.reply.Usage;

/** All gates in their order. */
public final class Gates {
    private final List<Gate> gates;

    public Gates(List<Gate> gates) {
        this.gates = List.copyOf(gates);
    }

    /** The gates of every simulator: known model, kinds of input, output limit, context window. */
    public static Gates standard() {
        return new Gates(List.of(new KnownModel(), new InputKinds(), new OutputLimit(), new ContextWindow()));
    }

    /**
     * Passes all gates or none: what the first ones handed out is given back when a later one refuses. Throws a
     * {@link llmsim.api.problem.ProblemException} with the refusal.
     */
    public Lease pass(Admission admission) {
        var leases = new ArrayList<Lease>();
        for (var gate : gates) {
            switch (gate.check(admission)) {
                case Verdict.Pass(var lease) -> leases.add(lease);
                case Verdict.Refuse(var problem) -> throw refused(problem, leases, admission);
            }
        }
        return used -> leases.forEach(lease -> lease.settle(used));
    }

    private static RuntimeException refused(Problem problem, List<Lease> leases, Admission admission) {
        var nothing = Usage.ofPrompt(admission.promptTokens());
        leases.forEach(lease -> lease.settle(nothing.withCompletion(0, 0)));
        return problem.asException();
    }
}
