package llmsim.testkit;

/** By which time answers are played. */
public enum Time {
    /** Answers take no time, and still come in the order and at the (virtual) moments that their latency says. */
    VIRTUAL,
    /** Answers wait until the test moves the {@link llmsim.engine.clock.VirtualClock} on. */
    MANUAL,
    /** Answers take the time that they take. */
    REAL
}
