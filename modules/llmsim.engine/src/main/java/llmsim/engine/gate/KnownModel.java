package llmsim.engine.gate;

import llmsim.api.problem.Problem;

/** Where the user wants strictness, only models of the catalogue are served. */
final class KnownModel implements Gate {
    @Override
    public Verdict check(Admission admission) {
        return admission.model().isEmpty() || admission.known().isPresent() || admission.unknownAccepted()
                ? Verdict.PASS
                : Verdict.refuse(new Problem.UnknownModel(admission.model()));
    }
}
