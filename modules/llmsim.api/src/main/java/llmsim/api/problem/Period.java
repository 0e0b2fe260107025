package llmsim.api.problem;

import java.time.Duration;

/** In what time a rate limit gives back all that it takes. */
public enum Period {
    MINUTE("minute", Duration.ofMinutes(1)),
    DAY("day", Duration.ofDays(1));

    private final String word;
    private final Duration duration;

    Period(String word, Duration duration) {
        this.word = word;
        this.duration = duration;
    }

    /** In a word. */
    public String word() {
        return word;
    }

    /** How long it is. */
    public Duration duration() {
        return duration;
    }
}
