package llmsim.openresponses.render;

import java.util.Locale;
import java.util.Optional;

/**
 * The ids of output items. They are made of the response's own id, so that a stored copy has the ids that were streamed,
 * and so that an item by itself leads to its response.
 */
public final class ItemIds {
    private static final String RESPONSE = "resp_";
    private static final int INDEX_DIGITS = 2;

    private ItemIds() {}

    /** The id of an item of a response. */
    static String of(String prefix, String response, int index) {
        return prefix + response.substring(response.indexOf('_') + 1) + String.format(Locale.ROOT, "%02x", index);
    }

    /** The id of the response that made an item, if any did. */
    public static Optional<String> response(String item) {
        var from = item.indexOf('_') + 1;
        var to = item.length() - INDEX_DIGITS;
        return from < to ? Optional.of(RESPONSE + item.substring(from, to)) : Optional.empty();
    }
}
