package llmsim.engine.script;

import java.util.Locale;

/** What a request gets that comes after the last turn of a script. */
public enum OnExhausted {
    /** The last turn, again and again. */
    REPEAT_LAST,
    /** HTTP 500 with a message that says that the script is exhausted. */
    ERROR,
    /** The first turn, and so on. */
    LOOP;

    /** As it is written in files. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The constant that is written like this; {@link IllegalArgumentException} if there is none. */
    public static OnExhausted of(String written) {
        return valueOf(written.toUpperCase(Locale.ROOT));
    }
}
