package llmsim.engine.play;

import java.io.IOException;
import llmsim.api.exchange.Outcome;

/**
 * Takes the news that an answer is broken off on purpose past a renderer, which knows nothing of that. Whoever catches
 * it settles the accounts, and breaks the answer off then.
 */
public final class BrokenOff extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String fault;
    private final long tokens;
    private final transient Breaking breaking;

    /**
     * @param fault its name
     * @param tokens how many leave with what is left to be done, 0 if none do
     * @param breaking what is left to be done
     */
    public BrokenOff(String fault, long tokens, Breaking breaking) {
        super(fault, null, false, false);
        this.fault = fault;
        this.tokens = tokens;
        this.breaking = breaking;
    }

    /** Breaks an answer off. */
    @FunctionalInterface
    public interface Breaking {
        void perform() throws IOException;
    }

    Outcome outcome() {
        return new Outcome.Broken(fault);
    }

    long tokens() {
        return tokens;
    }

    /** Breaks it off; whether the client was still there. */
    boolean perform() {
        try {
            breaking.perform();
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
