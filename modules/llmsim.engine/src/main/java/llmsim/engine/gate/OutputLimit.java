package llmsim.engine.gate;

import llmsim.api.problem.Problem;

/** Nobody may demand a longer completion than the model can give, where that is known. */
final class OutputLimit implements Gate {
    @Override
    public Verdict check(Admission admission) {
        var most = admission.known().map(model -> model.maxOutputTokens()).orElse(0);
        var demanded = admission.demandedTokens();
        return most == 0 || demanded <= most
                ? Verdict.PASS
                : Verdict.refuse(new Problem.OutputTooLong(admission.model(), most, demanded));
    }
}
