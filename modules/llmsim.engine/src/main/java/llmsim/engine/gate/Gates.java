package llmsim.engine.gate;

import java.util.ArrayList;
import java.util.List;
import llmsim.api.reply.Usage;
import llmsim.engine.schema.SchemaMemo;

/** All gates in their order. */
public final class Gates {
    private final List<Gate> gates;

    public Gates(List<Gate> gates) {
        this.gates = List.copyOf(gates);
    }

    /** The gates of every simulator: known model, kinds of input, schemas, output limit, context window, holds. */
    public static Gates standard(SchemaMemo schemas) {
        return new Gates(List.of(
                new KnownModel(),
                new InputKinds(),
                new UsableSchemas(schemas),
                new OutputLimit(),
                new ContextWindow(),
                new OneAtATime()));
    }

    /**
     * Passes all gates or none: what the first ones handed out is given back when a later one refuses. Throws a
     * {@link llmsim.api.problem.ProblemException} with the refusal.
     */
    public Lease pass(Admission admission) {
        var leases = new Leases(new ArrayList<>());
        try {
            for (var gate : gates) {
                leases.add(gate.check(admission));
            }
            return leases;
        } catch (RuntimeException refused) {
            leases.settle(Usage.ofPrompt(0));
            throw refused;
        }
    }

    private record Leases(List<Lease> held) implements Lease {
        void add(Verdict verdict) {
            switch (verdict) {
                case Verdict.Pass(var lease) -> held.add(lease);
                case Verdict.Refuse(var problem) -> throw problem.asException();
            }
        }

        @Override
        public void settle(Usage used) {
            held.forEach(lease -> lease.settle(used));
        }
    }
}
