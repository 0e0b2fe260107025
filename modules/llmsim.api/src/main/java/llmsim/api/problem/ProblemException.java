package llmsim.api.problem;

/** Ends the handling of a call with a {@link Problem}. It carries no stack trace: it is an answer, not a defect. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.message(), null, false, false);
        this.problem = problem;
    }

    /** What to tell the client. */
    public Problem problem() {
        return problem;
    }
}
