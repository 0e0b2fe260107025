package llmsim.engine.configuration;

import java.time.Duration;

/** Where in an answer a fault is. */
public sealed interface Place {
    /**
     * After so many completion tokens, instead of what would come next; never in an answer that has fewer.
     *
     * @param tokens from 0, which is before any byte
     */
    record Token(long tokens) implements Place {
        public Token {
            if (tokens < 0) {
                throw new IllegalArgumentException("a number of tokens is not negative");
            }
        }
    }

    /**
     * After this share of the answer's completion tokens, rounded down.
     *
     * @param share from 0 to 1
     */
    record Share(double share) implements Place {
        public Share {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("a share is a number from 0 to 1");
            }
        }
    }

    /**
     * So long after the answer began to be made; never in an answer that is complete by then.
     *
     * @param time from 0
     */
    record After(Duration time) implements Place {
        public After {
            if (time.isNegative()) {
                throw new IllegalArgumentException("a time is not negative");
            }
        }
    }

    /** After a share that is drawn for each request. */
    record Anywhere() implements Place {}
}
