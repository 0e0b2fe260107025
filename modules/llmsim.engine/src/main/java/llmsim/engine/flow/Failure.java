package llmsim.engine.flow;

import java.io.IOException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import llmsim.api.exchange.Outcome;
import llmsim.api.problem.Category;
import llmsim.api.problem.Problem;
import llmsim.api.problem.ProblemException;

/** What ended the handling of a call early: the provider's problem, or a defect of llmsim or of an extension. */
record Failure(Throwable cause) {
    private static final System.Logger LOG = System.getLogger(Failure.class.getName());

    /** What the client is told; of a defect nothing but that there was one. */
    Problem problem() {
        return cause instanceof ProblemException refusal
                ? refusal.problem()
                : Problem.Stated.of(Category.SERVER_ERROR, "");
    }

    /**
     * Tells the client, as far as that is still possible.
     *
     * @param inside how to tell it in the middle of an answer, with what to do before the end of that leaves
     * @param settling told how the call ends before the client has the end
     */
    Outcome tell(Answers answers, BiConsumer<Problem, Runnable> inside, Consumer<Outcome> settling) {
        var id = answers.call().id();
        if (!(cause instanceof ProblemException)) {
            LOG.log(System.Logger.Level.ERROR, () -> "request " + id + " met a defect", cause);
        }
        try {
            if (answers.begun()) {
                inside.accept(problem(), () -> settling.accept(outcome()));
            } else {
                answers.send(problem(), () -> settling.accept(outcome()));
            }
            return outcome();
        } catch (IOException _) {
            return cause instanceof ProblemException ? new Outcome.Cancelled() : outcome();
        } catch (RuntimeException further) {
            LOG.log(System.Logger.Level.ERROR, () -> "the client of request " + id + " could not be told", further);
            return new Outcome.Defect();
        }
    }

    /** How an exchange ends that meets it. */
    Outcome outcome() {
        return cause instanceof ProblemException refusal ? new Outcome.Failed(refusal.problem()) : new Outcome.Defect();
    }
}
