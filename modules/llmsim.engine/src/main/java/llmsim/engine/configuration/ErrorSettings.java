package llmsim.engine.configuration;

import java.time.Duration;

/**
 * How often requests fail on purpose, each as a part of all requests: 0 is never, 1 always. One roll decides what a
 * request gets, so the rates add up to at most 1.
 *
 * @param rateLimitRate HTTP 429 with advice when to try again
 * @param serverErrorRate HTTP 500 in seven of ten cases, else 503
 * @param timeoutRate HTTP 504, after a while
 * @param timeoutAfter how long a request waits for its 504
 * @param invalidRequestRate HTTP 400
 * @param authErrorRate HTTP 401
 * @param overloadedRate the provider's own error of overload
 */
public record ErrorSettings(
        double rateLimitRate,
        double serverErrorRate,
        double timeoutRate,
        Duration timeoutAfter,
        double invalidRequestRate,
        double authErrorRate,
        double overloadedRate) {

    /** How long a request waits for its 504 if nobody says otherwise. */
    public static final Duration USUAL_TIMEOUT = Duration.ofSeconds(30);

    /** No request fails. */
    public static final ErrorSettings NONE = new ErrorSettings(0, 0, 0, USUAL_TIMEOUT, 0, 0, 0);

    /** A bad day: of a hundred requests 23 fail, in every way but overload. */
    public static final ErrorSettings CHAOS = new ErrorSettings(0.1, 0.05, 0.05, Duration.ofSeconds(5), 0.02, 0.01, 0);

    /** Every other request is one too many. */
    public static final ErrorSettings RATE_LIMITED = NONE.withRateLimitRate(0.5);

    // Rates such as 0.1 and 0.7 are no binary fractions, and may add up to a hair more than 1.
    private static final double ROUNDING = 1e-9;

    public ErrorSettings {
        var sum = 0.0;
        for (var rate : new double[] {
            rateLimitRate, serverErrorRate, timeoutRate, invalidRequestRate, authErrorRate, overloadedRate
        }) {
            if (!(rate >= 0 && rate <= 1)) {
                throw new IllegalArgumentException("an error rate must be from 0 to 1, not " + rate);
            }
            sum += rate;
        }
        if (sum > 1 + ROUNDING) {
            throw new IllegalArgumentException("the rates must add up to at most 1, not " + (float) sum);
        }
        if (timeoutAfter.isNegative()) {
            throw new IllegalArgumentException("timeoutAfter must not be negative, but is " + timeoutAfter);
        }
    }

    /** All rates together: the part of the requests that fail. */
    public double sum() {
        return rateLimitRate + serverErrorRate + timeoutRate + invalidRequestRate + authErrorRate + overloadedRate;
    }

    /** The same with another rate of 429. */
    public ErrorSettings withRateLimitRate(double rate) {
        return new ErrorSettings(
                rate, serverErrorRate, timeoutRate, timeoutAfter, invalidRequestRate, authErrorRate, overloadedRate);
    }

    /** The same with another rate of 500 and 503. */
    public ErrorSettings withServerErrorRate(double rate) {
        return new ErrorSettings(
                rateLimitRate, rate, timeoutRate, timeoutAfter, invalidRequestRate, authErrorRate, overloadedRate);
    }

    /** The same with another rate of 504, and how long one waits for it. */
    public ErrorSettings withTimeoutRate(double rate, Duration after) {
        return new ErrorSettings(
                rateLimitRate, serverErrorRate, rate, after, invalidRequestRate, authErrorRate, overloadedRate);
    }

    /** The same with another rate of 400. */
    public ErrorSettings withInvalidRequestRate(double rate) {
        return new ErrorSettings(
                rateLimitRate, serverErrorRate, timeoutRate, timeoutAfter, rate, authErrorRate, overloadedRate);
    }

    /** The same with another rate of 401. */
    public ErrorSettings withAuthErrorRate(double rate) {
        return new ErrorSettings(
                rateLimitRate, serverErrorRate, timeoutRate, timeoutAfter, invalidRequestRate, rate, overloadedRate);
    }

    /** The same with another rate of overload. */
    public ErrorSettings withOverloadedRate(double rate) {
        return new ErrorSettings(
                rateLimitRate, serverErrorRate, timeoutRate, timeoutAfter, invalidRequestRate, authErrorRate, rate);
    }
}
