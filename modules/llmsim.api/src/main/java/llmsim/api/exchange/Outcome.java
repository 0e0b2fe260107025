package llmsim.api.exchange;

import llmsim.api.problem.Problem;

/** How an admitted exchange ended. */
public sealed interface Outcome {
    /** All was sent. */
    record Done() implements Outcome {}

    /** The provider's error was sent, as the whole answer or at the end of a stream. */
    record Failed(Problem problem) implements Outcome {}

    /** The client went away or cancelled. */
    record Cancelled() implements Outcome {}

    /** It was broken on purpose, by the fault of this name. */
    record Broken(String fault) implements Outcome {}

    /** A defect of llmsim or of an extension; what it was is in the log. */
    record Defect() implements Outcome {}
}
