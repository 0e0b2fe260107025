package llmsim.openresponses.request;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The sealed content of a compaction item: what the provider would encrypt is only encoded here, so that the item is
 * worth the same on every server and after every restart.
 */
public final class Compaction {
    private static final String MARK = "llmsim1.";

    private Compaction() {}

    /** Text as sealed content. */
    public static String seal(String text) {
        return MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The text in sealed content; content that was not sealed here is taken as the text. */
    static String open(String sealed) {
        if (!sealed.startsWith(MARK)) {
            return sealed;
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(sealed.substring(MARK.length()));
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return sealed;
        }
    }
}
