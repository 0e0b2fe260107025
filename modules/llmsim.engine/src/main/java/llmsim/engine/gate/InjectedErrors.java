package llmsim.engine.gate;

/** Some calls fail on purpose. The last gate, so that what is wrong with a call itself is told first. */
final class InjectedErrors implements Gate {
    @Override
    public Verdict check(Admission admission) {
        return admission
                .errors()
                .strike(admission.free(), () -> admission.draws().happening("errors", 0))
                .<Verdict>map(Verdict.Inject::new)
                .orElse(Verdict.PASS);
    }
}
