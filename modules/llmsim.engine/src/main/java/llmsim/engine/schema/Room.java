package llmsim.engine.schema;

import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** How deep a drawing is, and what room is left for more than must be. Not thread-safe. */
final class Room {
    /** Objects and arrays inside each other beyond which the smallest values are drawn. */
    private static final int DEEP = 5;

    private long left = Limits.ROOM;
    private int depth;

    /**
     * A value one level deeper.
     *
     * @throws Failed where that is too deep
     */
    JsonNode inside(Supplier<JsonNode> container) {
        if (depth >= 2 * Limits.LEVELS) {
            throw new Failed();
        }
        depth++;
        try {
            return container.get();
        } finally {
            depth--;
        }
    }

    /** Whether only what must be is to be drawn. */
    boolean isDeep() {
        return depth > DEEP;
    }

    int depth() {
        return depth;
    }

    /** Whether there is room for so many characters more; if so, they are taken. */
    boolean allows(long characters) {
        if (characters > left) {
            return false;
        }
        left -= Math.max(0, characters);
        return true;
    }
}
