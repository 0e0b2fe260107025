package llmsim.engine.configuration;

/**
 * What is remembered of requests and answers.
 *
 * @param maxBytes most bytes of all of them together; the oldest go first; 0 to remember nothing
 * @param maxBodyBytes most bytes of one body, of a request or an answer; what is longer is cut
 * @param maxPerSecond of the requests that begin in one second, those past this number are left out, and so are all of the
 *     next second, so that a load test does not pay for the journal; 0 for all of them
 */
public record JournalSettings(long maxBytes, int maxBodyBytes, int maxPerSecond) {
    /** 16 MiB, bodies of 256 KiB, 500 requests a second. */
    public static final JournalSettings DEFAULT = new JournalSettings(16L << 20, 256 << 10, 500);

    public JournalSettings {
        if (maxBytes < 0 || maxBodyBytes < 0 || maxPerSecond < 0) {
            throw new IllegalArgumentException("a journal has no room for fewer than 0 bytes or requests");
        }
    }

    /** Whether anything is remembered. */
    public boolean on() {
        return maxBytes > 0;
    }
}
