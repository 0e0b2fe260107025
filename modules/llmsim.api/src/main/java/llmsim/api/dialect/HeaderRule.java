package llmsim.api.dialect;

import llmsim.api.problem.Quantity;

/** A field of every answer of a provider. */
public sealed interface HeaderRule {
    /** The field's name, in lower case. */
    String name();

    /** Always the same value. */
    record Fixed(String name, String value) implements HeaderRule {}

    /** The request id. */
    record RequestId(String name) implements HeaderRule {}

    /** Milliseconds from the request to the first byte of the answer. */
    record ProcessingMillis(String name) implements HeaderRule {}

    /** Advice when to try again, on errors that have one. */
    record RetryAfter(String name, Unit unit) implements HeaderRule {}

    /** Something of a rate limit, where one is configured. */
    record Limit(String name, Quantity quantity, Aspect aspect, Unit unit) implements HeaderRule {}

    /** What of a limit is told. */
    enum Aspect {
        LIMIT,
        REMAINING,
        RESET
    }

    /** How a number or a time is written. */
    enum Unit {
        /** A plain number. */
        COUNT,
        /** Whole seconds, rounded up. */
        SECONDS,
        /** Whole milliseconds, rounded up. */
        MILLISECONDS,
        /** Such as {@code 1m30.5s} or {@code 20ms}. */
        GO_DURATION,
        /** A date and time by RFC 3339. */
        TIMESTAMP
    }
}
