package llmsim.api.render;

import java.nio.charset.StandardCharsets;

/**
 * The JSON of a frame that comes again and again with another text in it, made once: the bytes around the text, and
 * around the frame's number where the JSON has one behind the text. Immutable.
 */
public final class Template {
    /** Put this where the text will be, as the whole of a JSON string, and make the JSON once. */
    public static final String MARKER = "\u2063llmsim\u2063";

    /**
     * Put this behind the text, as the whole of a JSON string, where the frame's number will be: how many frames of the
     * answer went before it.
     */
    public static final String NUMBER = "\u2063number\u2063";

    private static final String NUMBER_STRING = '"' + NUMBER + '"';

    private final String event;
    private final byte[] before;
    private final byte[] after;
    private final byte[] afterNumber;
    private final boolean numbered;

    private Template(String event, String before, String after) {
        var number = after.indexOf(NUMBER_STRING);
        this.event = event;
        this.before = utf8(before);
        this.numbered = number >= 0;
        this.after = utf8(numbered ? after.substring(0, number) : after);
        this.afterNumber = utf8(numbered ? after.substring(number + NUMBER_STRING.length()) : "");
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
        return new Template(event, json.substring(0, at), json.substring(at + marker.length()));
    }

    /** The frame's name; empty for none. */
    public String event() {
        return event;
    }

    /** The bytes before the text; not to be changed. */
    public byte[] before() {
        return before;
    }

    /** The bytes behind the text, up to the number if there is one; not to be changed. */
    public byte[] after() {
        return after;
    }

    /** Whether the frame's number stands behind {@link #after}. */
    public boolean numbered() {
        return numbered;
    }

    /** The bytes behind the number; none without a number; not to be changed. */
    public byte[] afterNumber() {
        return afterNumber;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
