package llmsim.engine.gate;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import llmsim.api.dialect.Operation.Hold;

/** What one request has to itself no other may have before it is over. */
final class OneAtATime implements Gate {
    private final Set<String> held = ConcurrentHashMap.newKeySet();

    @Override
    public Verdict check(Admission admission) {
        return admission.hold().map(this::take).orElse(Verdict.PASS);
    }

    private Verdict take(Hold hold) {
        return held.add(hold.name()) ? new Verdict.Pass(_ -> held.remove(hold.name())) : Verdict.refuse(hold.taken());
    }
}
