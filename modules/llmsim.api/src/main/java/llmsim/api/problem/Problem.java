package llmsim.api.problem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import llmsim.api.json.FieldPath;

/**
 * A failure that the provider itself would report, before an answer or in the middle of one.
 *
 * <p>A problem holds the facts; {@link #message()} says them in plain English for dialects without words of their own.
 * A {@code switch} needs a case for {@link Open}.
 */
public sealed interface Problem {
    /** Its family. */
    Category category();

    /** One plain sentence that says what was wrong and what would be right. */
    String message();

    /** How long the client should wait before it tries again; empty where trying again is no use. */
    default Optional<Duration> retryAfter() {
        return Optional.empty();
    }

    /** As an exception that ends the handling of the call. */
    default ProblemException asException() {
        return new ProblemException(this);
    }

    /** The body is not JSON. Line and column count from 1; both are 0 if unknown. */
    record BrokenJson(String detail, int line, int column) implements Problem {
        @Override
        public Category category() {
            return Category.INVALID_REQUEST;
        }

        @Override
        public String message() {
            return "The body is not valid JSON (line " + line + ", column " + column + "): " + detail;
        }
    }

    /** A field breaks a rule. */
    record InvalidField(FieldPath path, Violation violation) implements Problem {
        @Override
        public Category category() {
            return Category.INVALID_REQUEST;
        }

        @Override
        public String message() {
            return violation instanceof Violation.Broken(var sentence, var _)
                    ? sentence
                    : "'" + path.bracketed() + "' " + violation.message();
        }
    }

    /** No endpoint has this path. */
    record UnknownRoute(String method, String path) implements Problem {
        @Override
        public Category category() {
            return Category.NOT_FOUND;
        }

        @Override
        public String message() {
            return "There is no " + method + " " + path;
        }
    }

    /** The path exists, for other methods. */
    record MethodNotAllowed(String method, String path, List<String> allowed) implements Problem {
        public MethodNotAllowed {
            allowed = List.copyOf(allowed);
        }

        @Override
        public Category category() {
            return Category.METHOD_NOT_ALLOWED;
        }

        @Override
        public String message() {
            return path + " takes " + String.join(", ", allowed) + ", not " + method;
        }
    }

    /** The body, or something else that has a size, is over its limit. */
    record TooLarge(String what, long limitBytes) implements Problem {
        @Override
        public Category category() {
            return Category.TOO_LARGE;
        }

        @Override
        public String message() {
            return "The " + what + " is larger than " + limitBytes + " bytes";
        }
    }

    /** The request breaks HTTP itself, or did not arrive in time. */
    record Malformed(Category category, String message) implements Problem {}

    /** The body is of a kind that the endpoint does not take. */
    record UnsupportedMediaType(String actual, String expected) implements Problem {
        @Override
        public Category category() {
            return Category.UNSUPPORTED_MEDIA_TYPE;
        }

        @Override
        public String message() {
            return "The body must be " + expected + ", not " + actual;
        }
    }

    /** Only known models are served, and this is none. */
    record UnknownModel(String model) implements Problem {
        @Override
        public Category category() {
            return Category.NOT_FOUND;
        }

        @Override
        public String message() {
            return "The model '" + model + "' does not exist";
        }
    }

    /**
     * The model takes no such input.
     *
     * @param kind such as {@code image}
     * @param messageIndex of the message that has it, in the prompt
     * @param partIndex its place among the parts of that message
     */
    record UnsupportedInput(String model, String kind, int messageIndex, int partIndex) implements Problem {
        @Override
        public Category category() {
            return Category.INVALID_REQUEST;
        }

        @Override
        public String message() {
            return "The model '" + model + "' takes no " + kind + " input";
        }
    }

    /**
     * Prompt and demanded completion do not fit into the model's context window.
     *
     * @param completionTokens the completion that was demanded, 0 if none was
     */
    record ContextLengthExceeded(String model, int contextWindow, long promptTokens, long completionTokens)
            implements Problem {
        @Override
        public Category category() {
            return Category.INVALID_REQUEST;
        }

        /** Prompt and completion together, at most {@link Long#MAX_VALUE}. */
        public long neededTokens() {
            return promptTokens + Math.min(completionTokens, Long.MAX_VALUE - promptTokens);
        }

        @Override
        public String message() {
            return "The context window of '" + model + "' is " + contextWindow + " tokens, but " + neededTokens()
                    + " are needed (" + promptTokens + " in the prompt, "
                    + completionTokens + " for the completion)";
        }
    }

    /** A longer completion was demanded than the model can give. */
    record OutputTooLong(String model, int maxOutputTokens, long demandedTokens) implements Problem {
        @Override
        public Category category() {
            return Category.INVALID_REQUEST;
        }

        @Override
        public String message() {
            return "'" + model + "' gives at most " + maxOutputTokens + " completion tokens, but " + demandedTokens
                    + " were demanded";
        }
    }

    /**
     * A JSON Schema of the request describes no value, or is not one.
     *
     * @param use what it is the schema of
     * @param where its part that is at fault, from the schema's root
     * @param reason a phrase without a full stop, such as {@code 'minimum' is greater than 'maximum'}
     */
    record UnusableSchema(SchemaUse use, FieldPath where, String reason) implements Problem {
        @Override
        public Category category() {
            return Category.INVALID_REQUEST;
        }

        @Override
        public String message() {
            var place = where.steps().isEmpty() ? "" : " at '" + where.bracketed() + "'";
            return "The schema of " + use.phrase() + " is unusable" + place + ": " + reason;
        }
    }

    /** Nothing is stored under this id. */
    record NotStored(String kind, String id) implements Problem {
        @Override
        public Category category() {
            return Category.NOT_FOUND;
        }

        @Override
        public String message() {
            return "There is no " + kind + " '" + id + "'";
        }
    }

    /** No key, or a wrong one. The key itself is not kept. */
    record Unauthenticated(boolean missing) implements Problem {
        @Override
        public Category category() {
            return Category.AUTHENTICATION;
        }

        @Override
        public String message() {
            return missing ? "No API key was given" : "The API key is wrong";
        }
    }

    /**
     * Too many requests or tokens.
     *
     * @param limit how many there may be in the period
     * @param used how many of these were taken when the request came
     * @param requested how many the request would take; more than the limit for one that is too large at any time
     * @param advice when there will be enough
     */
    record RateLimited(
            String model, Quantity quantity, Period period, long limit, long used, long requested, Duration advice)
            implements Problem {
        @Override
        public Category category() {
            return Category.RATE_LIMIT;
        }

        /** Whether it asks for more than there ever is. */
        public boolean tooLarge() {
            return requested > limit;
        }

        @Override
        public String message() {
            return "Rate limit reached for '" + model + "': " + limit + " " + quantity.plural() + " a " + period.word()
                    + ", " + used + " used, " + requested + " requested";
        }

        @Override
        public Optional<Duration> retryAfter() {
            return tooLarge() ? Optional.empty() : Optional.of(advice);
        }
    }

    /**
     * A failure that has no facts but its kind: injected, scripted, or the provider's own trouble.
     *
     * @param message blank for the provider's own sentence
     */
    record Stated(Category category, String message, Optional<Duration> retryAfter) implements Problem {
        /** Without advice to try again. */
        public static Stated of(Category category, String message) {
            return new Stated(category, message, Optional.empty());
        }
    }

    /** A failure with a status of its own, as scripts may demand. */
    record WithStatus(int status, String type, String message) implements Problem {
        @Override
        public Category category() {
            return Category.ofStatus(status);
        }
    }

    /** A problem that this version does not know. */
    non-sealed interface Open extends Problem {
        /** What it is, in a word. */
        String kind();
    }
}
