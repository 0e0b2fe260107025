package llmsim.engine.schema;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Ways to take one option of each choice: all of them, or where they are too many, some that differ a lot. */
final class Combinations {
    private Combinations() {}

    /** For each way the schemas of the options that were taken. */
    static Set<List<Integer>> of(List<List<List<Integer>>> choices) {
        var ways = 1L;
        for (var options : choices) {
            ways = Math.min(ways * options.size(), Integer.MAX_VALUE);
        }
        return ways <= Limits.COMBINATIONS ? every(choices) : some(choices);
    }

    private static Set<List<Integer>> every(List<List<List<Integer>>> choices) {
        Set<List<Integer>> ways = new LinkedHashSet<>(Set.of(List.of()));
        for (var options : choices) {
            var longer = new LinkedHashSet<List<Integer>>();
            for (var way : ways) {
                options.forEach(option -> longer.add(joined(way, option)));
            }
            ways = longer;
        }
        return ways;
    }

    private static List<Integer> joined(List<Integer> way, List<Integer> option) {
        var both = new ArrayList<>(way);
        both.addAll(option);
        return List.copyOf(both);
    }

    /** The same option of all, and each option of each with the last or the first of the others. */
    private static Set<List<Integer>> some(List<List<List<Integer>>> choices) {
        var ways = new LinkedHashSet<List<Integer>>();
        var most = choices.stream().mapToInt(List::size).max().orElse(0);
        for (var same = 0; same < most && ways.size() < Limits.COMBINATIONS; same++) {
            ways.add(way(choices, same, -1, 0));
        }
        for (var base : List.of(Integer.MAX_VALUE, 0)) {
            for (var single = 0; single < choices.size(); single++) {
                for (var option = 0; option < choices.get(single).size(); option++) {
                    if (ways.size() < Limits.COMBINATIONS) {
                        ways.add(way(choices, base, single, option));
                    }
                }
            }
        }
        return ways;
    }

    private static List<Integer> way(List<List<List<Integer>>> choices, int base, int single, int option) {
        var way = new ArrayList<Integer>();
        for (var choice = 0; choice < choices.size(); choice++) {
            var options = choices.get(choice);
            var wanted = choice == single ? option : base;
            way.addAll(options.get(Math.min(wanted, options.size() - 1)));
        }
        return List.copyOf(way);
    }
}
