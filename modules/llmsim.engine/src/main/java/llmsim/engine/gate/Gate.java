package llmsim.engine.gate;

/** One condition of admission. Called by many threads at once. */
@FunctionalInterface
public interface Gate {
    /** Whether this request may pass. */
    Verdict check(Admission admission);

    /** Requests that passed and still wait for what they were promised. */
    default int queued() {
        return 0;
    }
}
