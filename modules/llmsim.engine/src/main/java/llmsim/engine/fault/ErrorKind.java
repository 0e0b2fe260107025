package llmsim.engine.fault;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import llmsim.api.problem.Category;
import llmsim.api.problem.Problem;

/** An error that can be injected, as users name it: by a word, or by its status. */
public sealed interface ErrorKind {
    /** Its name in headers, statistics and log. */
    String label();

    /**
     * The error, with the provider's own sentence.
     *
     * @param random what is left open is drawn from
     * @param timeoutAfter how long a request waits for a time-out
     */
    InjectedError error(RandomGenerator random, Duration timeoutAfter);

    /** The kind that a user means, if there is one: a name, or a status from 400 to 599. */
    static Optional<ErrorKind> of(String written) {
        return written.matches("[45]\\d\\d")
                ? Optional.of(new Status(Integer.parseInt(written)))
                : Arrays.stream(Named.values())
                        .filter(named -> named.label().equals(written))
                        .map(ErrorKind.class::cast)
                        .findFirst();
    }

    /** All names. */
    static List<String> names() {
        return Arrays.stream(Named.values()).map(Named::label).toList();
    }

    /** Errors by their names. The status is the one that the provider gives them. */
    enum Named implements ErrorKind {
        RATE_LIMIT(Category.RATE_LIMIT),
        QUOTA(Category.QUOTA),
        SERVER_ERROR(Category.SERVER_ERROR),
        UNAVAILABLE(Category.UNAVAILABLE),
        OVERLOADED(Category.OVERLOADED),
        /** The only one that takes time. */
        TIMEOUT(Category.TIMEOUT),
        INVALID_REQUEST(Category.INVALID_REQUEST),
        AUTH_ERROR(Category.AUTHENTICATION),
        PERMISSION(Category.PERMISSION),
        NOT_FOUND(Category.NOT_FOUND),
        CONFLICT(Category.CONFLICT),
        TOO_LARGE(Category.TOO_LARGE),
        UNPROCESSABLE(Category.UNPROCESSABLE);

        private final Category category;

        Named(Category category) {
            this.category = category;
        }

        @Override
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        @Override
        public InjectedError error(RandomGenerator random, Duration timeoutAfter) {
            var delay = this == TIMEOUT ? timeoutAfter : Duration.ZERO;
            return new InjectedError(
                    label(), new Problem.Stated(category, "", RetryAdvice.of(category, random)), delay);
        }
    }

    /**
     * An error by its status, at once. The client gets this status, also where the provider gives the error another one.
     *
     * @param status 400 to 599
     */
    record Status(int status) implements ErrorKind {
        @Override
        public String label() {
            return String.valueOf(status);
        }

        @Override
        public InjectedError error(RandomGenerator random, Duration timeoutAfter) {
            return new InjectedError(label(), problem(random), Duration.ZERO);
        }

        private Problem problem(RandomGenerator random) {
            var category = Category.ofStatus(status);
            // Overload is the one family whose status hangs on the provider.
            return category.usualStatus() == status && category != Category.OVERLOADED
                    ? new Problem.Stated(category, "", RetryAdvice.of(category, random))
                    : new Problem.WithStatus(status, "", "");
        }
    }
}
