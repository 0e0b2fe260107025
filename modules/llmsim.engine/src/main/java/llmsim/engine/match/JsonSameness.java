package llmsim.engine.match;

import java.util.Comparator;
import tools.jackson.databind.JsonNode;

/** When two JSON values are the same. */
final class JsonSameness {
    private static final Comparator<JsonNode> BY_VALUE = (left, right) -> left.isNumber() && right.isNumber()
            ? left.decimalValue().compareTo(right.decimalValue())
            : left.equals(right) ? 0 : 1;

    private JsonSameness() {}

    /** Whether they are, whatever form their numbers have. */
    static boolean same(JsonNode left, JsonNode right) {
        return left.equals(BY_VALUE, right);
    }
}
