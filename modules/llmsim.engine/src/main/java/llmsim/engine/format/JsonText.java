package llmsim.engine.format;

import java.util.Optional;
import llmsim.api.content.Bytes;
import llmsim.api.json.JsonLimits;
import llmsim.api.json.JsonReader;
import llmsim.api.problem.ProblemException;
import tools.jackson.databind.JsonNode;

/** Looks for JSON in texts. */
final class JsonText {
    private static final JsonReader READER = JsonReader.within(new JsonLimits(100, 100_000, 100, 1_000, 4_000_000));
    private static final int LONGEST_EXAMPLE = 8_192;
    private static final int MOST_TRIES = 16;

    private JsonText() {}

    /** The tree of a text that is an object or an array and nothing else. */
    static Optional<JsonNode> in(String text) {
        var start = text.strip();
        if (!start.startsWith("{") && !start.startsWith("[")) {
            return Optional.empty();
        }
        try {
            return Optional.of(READER.read(Bytes.ofUtf8(start)));
        } catch (ProblemException _) {
            return Optional.empty();
        }
    }

    /** The first object with a member that stands anywhere in a text. */
    static Optional<JsonNode> exampleIn(String text) {
        var from = text.indexOf('{');
        for (var tries = 0; from >= 0 && tries < MOST_TRIES; tries++) {
            var end = end(text, from);
            var example = in(text.substring(from, end)).filter(tree -> !tree.isEmpty());
            if (example.isPresent()) {
                return example;
            }
            from = text.indexOf('{', from + 1);
        }
        return Optional.empty();
    }

    /** Behind the brace that closes the one at the start, or where the search is given up. */
    private static int end(String text, int start) {
        var limit = Math.min(text.length(), start + LONGEST_EXAMPLE);
        var open = 0;
        var quoted = false;
        for (var i = start; i < limit; i++) {
            var character = text.charAt(i);
            if (character == '\\' && quoted) {
                i++;
            } else if (character == '"') {
                quoted = !quoted;
            } else if (!quoted && character == '{') {
                open++;
            } else if (!quoted && character == '}' && --open == 0) {
                return i + 1;
            }
        }
        return limit;
    }
}
