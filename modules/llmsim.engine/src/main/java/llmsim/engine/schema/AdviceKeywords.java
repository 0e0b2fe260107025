package llmsim.engine.schema;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads what a schema says to people. None of it can be wrong. */
record AdviceKeywords(Keywords keywords) {
    private static final int MOST_SUGGESTIONS = 10;
    private static final int LONGEST_DESCRIPTION = 300;

    Advice read() {
        var about = new ArrayList<String>();
        about.addAll(Words.of(described("title")));
        about.addAll(Words.of(described("description")));
        return new Advice(List.copyOf(about), suggestions());
    }

    private String described(String name) {
        var text = keywords.any(name)
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .orElse("");
        return text.substring(0, Math.min(text.length(), LONGEST_DESCRIPTION));
    }

    private List<JsonNode> suggestions() {
        var suggestions = new ArrayList<JsonNode>();
        keywords.any("default").ifPresent(suggestions::add);
        keywords.any("example").ifPresent(suggestions::add);
        keywords.any("examples").filter(JsonNode::isArray).ifPresent(examples -> examples.forEach(suggestions::add));
        example(described("description")).forEach(text -> suggestions.add(JsonNodeFactory.instance.stringNode(text)));
        return suggestions.stream()
                .filter(value -> !value.isNull() && !(value.isContainer() && value.isEmpty()) && !isBlank(value))
                .limit(MOST_SUGGESTIONS)
                .toList();
    }

    private static boolean isBlank(JsonNode value) {
        return value.isString() && value.asString().isBlank();
    }

    /** {@code San Francisco, CA} out of {@code The city and state, e.g. San Francisco, CA}. */
    private static List<String> example(String description) {
        var start = description.indexOf("e.g.");
        if (start < 0) {
            return List.of();
        }
        var text = description.substring(start + 4).split("[.;)\\n]| or ", 2)[0];
        var plain = text.replaceAll("^[,:\\s\"'`]+|[\\s\"'`]+$", "");
        return plain.isEmpty() || plain.length() > 60 ? List.of() : List.of(plain);
    }
}
