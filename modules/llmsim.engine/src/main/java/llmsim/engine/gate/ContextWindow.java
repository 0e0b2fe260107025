package llmsim.engine.gate;

import llmsim.api.problem.Problem;

/** Prompt and, where the provider counts it, demanded completion must fit into the context window, where known. */
final class ContextWindow implements Gate {
    @Override
    public Verdict check(Admission admission) {
        var window = admission.known().map(model -> model.contextWindow()).orElse(0);
        var demanded = admission.facts().contextIncludesDemand() ? admission.demandedTokens() : 0;
        return window == 0 || demanded <= window - admission.promptTokens()
                ? Verdict.PASS
                : Verdict.refuse(new Problem.ContextLengthExceeded(
                        admission.model(), window, admission.promptTokens(), demanded));
    }
}
