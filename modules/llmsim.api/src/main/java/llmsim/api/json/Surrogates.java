package llmsim.api.json;

import java.util.ArrayDeque;
import java.util.List;
import llmsim.api.problem.Problem;
import tools.jackson.databind.JsonNode;

/** Finds halves of surrogate pairs, which can be written with escapes but never as UTF-8 again. */
final class Surrogates {
    private Surrogates() {}

    static void requirePairs(String source, JsonNode tree) {
        if (!mayHaveEscapedOnes(source)) {
            return;
        }
        var open = new ArrayDeque<>(List.of(tree));
        while (!open.isEmpty()) {
            var value = open.pop();
            require(value.isString() ? value.stringValue() : "");
            value.propertyNames().forEach(Surrogates::require);
            value.forEach(open::push);
        }
    }

    private static boolean mayHaveEscapedOnes(String source) {
        return source.contains("\\ud") || source.contains("\\uD");
    }

    private static void require(String text) {
        if (text.codePoints().anyMatch(Surrogates::isHalf)) {
            throw new Problem.BrokenJson("a string has half of a surrogate pair", 0, 0).asException();
        }
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
