package llmsim.api.render;

import java.nio.charset.StandardCharsets;

/**
 * The JSON of a frame that comes again and again with another text in it, made once: the bytes before the text and the
 * bytes behind it. Immutable.
 */
public final class Template {
    /** Put this where the text will be, as the whole of a JSON string, and make the JSON once. */
    public static final String MARKER = "\u2063llmsim\u2063";

    private final String event;
    private final byte[] before;
    private final byte[] after;

    private Template(String event, byte[] before, byte[] after) {
        this.event = event;
        this.before = before;
        this.after = after;
    }

    /**
     * Cuts JSON at its one {@link #MARKER}.
     *
     * @param event the frame's name; empty for none
     */
    public static Template of(String event, String json) {
        return of(event, json, MARKER);
    }

    /**
     * Cuts JSON at a marker of one's own, for JSON in which a client's text could contain {@link #MARKER}.
     *
     * @param event the frame's name; empty for none
     */
    public static Template of(String event, String json, String marker) {
        var at = json.indexOf(marker);
        if (at < 0 || json.indexOf(marker, at + 1) >= 0) {
            throw new IllegalArgumentException("a template has exactly one marker");
        }
        return new Template(
                event,
                json.substring(0, at).getBytes(StandardCharsets.UTF_8),
                json.substring(at + marker.length()).getBytes(StandardCharsets.UTF_8));
    }

    /** The frame's name; empty for none. */
    public String event() {
        return event;
    }

    /** The bytes before the text; not to be changed. */
    public byte[] before() {
        return before;
    }

    /** The bytes behind the text; not to be changed. */
    public byte[] after() {
        return after;
    }
}
