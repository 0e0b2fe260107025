package llmsim.engine.tool;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import llmsim.api.prompt.Tool;

/**
 * Chooses among tools by what a text is about. Only where no tool has anything to do with the text, or where chance was
 * asked for, it draws.
 */
record Choosing(List<Tool> tools, RandomGenerator random, WordMemo words) {
    private static final int MOST = 4;

    private record Ranked(Tool tool, Relevance relevance) {}

    /** The tools that the text is about, the closest first; several only if each is about something of its own. */
    List<Tool> about(String text, boolean several) {
        var ranked = ranked(text).filter(tool -> tool.relevance().about()).toList();
        return ranked.isEmpty() || !several ? first(ranked) : apart(ranked);
    }

    /** As {@link #about}, and if there is none the one that has most to do with the text, or any. */
    List<Tool> certainly(String text, boolean several) {
        var about = about(text, several);
        return about.isEmpty() ? List.of(closest(text).orElseGet(this::any)) : about;
    }

    private Stream<Ranked> ranked(String text) {
        var asked = Kin.of(Excerpt.ends(text));
        return tools.stream()
                .map(tool -> new Ranked(tool, Relevance.of(tool, asked, words)))
                .sorted(Comparator.comparingInt(
                        (Ranked tool) -> -tool.relevance().score()));
    }

    private static List<Tool> first(List<Ranked> ranked) {
        return ranked.stream().limit(1).map(Ranked::tool).toList();
    }

    private static List<Tool> apart(List<Ranked> ranked) {
        Set<String> taken = new HashSet<>(ranked.getFirst().relevance().named());
        var chosen = new ArrayList<>(first(ranked));
        for (var next : ranked.subList(1, ranked.size())) {
            if (chosen.size() < MOST && next.relevance().addsTo(taken)) {
                chosen.add(next.tool());
                taken.addAll(next.relevance().named());
            }
        }
        return chosen;
    }

    private Optional<Tool> closest(String text) {
        return ranked(text)
                .filter(tool -> tool.relevance().score() > 0)
                .map(Ranked::tool)
                .findFirst();
    }

    /** One of them, drawn. */
    Tool any() {
        return tools.get(random.nextInt(tools.size()));
    }
}
