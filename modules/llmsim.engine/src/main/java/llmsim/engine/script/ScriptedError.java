package llmsim.engine.script;

import llmsim.api.problem.Category;
import llmsim.api.problem.Problem;

/** An error that a turn of a script answers with. */
public sealed interface ScriptedError {
    /** Its name in files. */
    String kind();

    /** The provider's error that it stands for. */
    Problem problem();

    /** HTTP 429: too many requests. */
    record RateLimit() implements ScriptedError {
        @Override
        public String kind() {
            return "rate_limit";
        }

        @Override
        public Problem problem() {
            return Problem.Stated.of(Category.RATE_LIMIT, "Rate limit exceeded. Please retry after some time.");
        }
    }

    /** HTTP 504, at once. */
    record Timeout() implements ScriptedError {
        @Override
        public String kind() {
            return "timeout";
        }

        @Override
        public Problem problem() {
            return Problem.Stated.of(Category.TIMEOUT, "Request timed out");
        }
    }

    /** HTTP 400. */
    record InvalidRequest(String message) implements ScriptedError {
        @Override
        public String kind() {
            return "invalid_request";
        }

        @Override
        public Problem problem() {
            return Problem.Stated.of(Category.INVALID_REQUEST, message);
        }
    }

    /**
     * An error of the server, by any status.
     *
     * @param status 400 to 599
     */
    record Other(String message, int status) implements ScriptedError {
        /** What holds if a script says no status. */
        public static final int USUAL_STATUS = 500;

        public Other {
            if (status < 400 || status > 599) {
                throw new IllegalArgumentException("the status of an error must be 400 to 599, not " + status);
            }
        }

        @Override
        public String kind() {
            return "other";
        }

        @Override
        public Problem problem() {
            return status == USUAL_STATUS
                    ? Problem.Stated.of(Category.SERVER_ERROR, message)
                    : new Problem.WithStatus(status, "server_error", message);
        }
    }
}
