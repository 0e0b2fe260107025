package llmsim.engine.tool;

import java.util.LinkedHashSet;
import java.util.Set;
import llmsim.api.prompt.Tool;
import tools.jackson.databind.JsonNode;

/**
 * How much a text is about a tool, by the words that both have.
 *
 * @param named words of the tool's name that the text has
 * @param score the more, the closer; 0 if they have nothing to do with each other
 * @param about whether a model would call the tool
 */
record Relevance(Set<String> named, int score, boolean about) {
    private static final int LONGEST_TEXT = 4096;
    private static final int MOST_PARAMETERS = 64;
    private static final int NAME = 3;
    private static final int GENERIC_NAME = 2;

    static Relevance of(Tool tool, Set<String> text, WordMemo words) {
        var name = words.of(tool.name());
        var onlyGeneric = name.stream().allMatch(Words::isGeneric);
        var named = common(name, text);
        var byName = named.stream()
                .mapToInt(word -> Words.isGeneric(word) && !onlyGeneric ? GENERIC_NAME : NAME)
                .sum();
        var described = common(words.of(description(tool)), text);
        described.removeAll(named);
        return new Relevance(named, NAME * byName + described.size(), isAbout(byName, described.size(), text.size()));
    }

    /** Whether the text has a telling word of the tool's name that is not among these. */
    boolean addsTo(Set<String> taken) {
        return named.stream().anyMatch(word -> !Words.isGeneric(word) && !taken.contains(word));
    }

    private static boolean isAbout(int byName, int described, int words) {
        return byName >= NAME
                || (byName > 0 && described > 0)
                || (described > 1 && 2 * described >= words)
                || (described > 2 && 4 * described >= words);
    }

    private static Set<String> common(Set<String> some, Set<String> others) {
        var both = new LinkedHashSet<>(some);
        both.retainAll(others);
        return both;
    }

    private static String description(Tool tool) {
        return switch (tool) {
            case Tool.Function function -> cut(function.description()) + parameters(function.parameters());
            case Tool.Custom custom -> cut(custom.description());
            case Tool.Hosted _, Tool.Open _ -> "";
        };
    }

    private static String parameters(JsonNode schema) {
        var text = new StringBuilder();
        schema.path("properties").properties().stream()
                .limit(MOST_PARAMETERS)
                .forEach(property -> text.append(' ')
                        .append(cut(property.getKey()))
                        .append(' ')
                        .append(cut(property.getValue().path("description").asString(""))));
        return text.toString();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }
}
