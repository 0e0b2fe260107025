package llmsim.engine.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import llmsim.engine.configuration.StreamFaults;
import llmsim.engine.configuration.StreamFaults.Chance;
import llmsim.engine.fault.Luck.Ready;
import llmsim.engine.match.Glob;

/** Finds chances that can meet the same answer, and whose rates are above 1 together. */
public record Overlap(StreamFaults faults) {
    /** How far a sum of rates may be above 1 because they are binary fractions. */
    private static final double ROUNDING = 1e-9;

    private static final int MOST_NAMES = 200;

    /** What must be otherwise, as words that follow the name of the setting; empty if nothing must. */
    public Optional<String> objection() {
        var chances = faults.chances();
        var numbers = IntStream.range(0, chances.size()).boxed().toList();
        if (!tooMuch(numbers)) {
            return Optional.empty();
        }
        var models = names(Chance::models);
        var providers = names(Chance::providers);
        return chances.size() + models.size() + providers.size() > MOST_NAMES
                ? Optional.of("must have rates that add up to at most 1, for there are more than " + MOST_NAMES
                        + " faults, models and providers")
                : first(models, providers).map(this::words);
    }

    private Set<String> names(Function<Chance, List<String>> of) {
        return faults.chances().stream()
                .flatMap(chance -> of.apply(chance).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Optional<List<Integer>> first(Set<String> models, Set<String> providers) {
        var ready = faults.chances().stream().map(Ready::of).toList();
        var samples = samples(models.stream().map(Glob::of).toList());
        return Stream.concat(Stream.of(""), providers.stream())
                .flatMap(provider -> samples.stream().map(model -> meeting(ready, provider, model)))
                .filter(this::tooMuch)
                .findFirst();
    }

    private static List<Integer> meeting(List<Ready> ready, String provider, String model) {
        return IntStream.range(0, ready.size())
                .filter(i -> ready.get(i).chance().rate() > 0 && ready.get(i).meets(provider, model))
                .boxed()
                .toList();
    }

    /**
     * Names of models. Patterns that fit any name together fit one of these together: a name that is written without a
     * star, or, where all of them have stars and so fit names of any length, a beginning and an end of theirs with
     * everything between that stands between stars.
     */
    private static List<String> samples(List<Glob> patterns) {
        var open = patterns.stream().filter(glob -> !glob.exact()).toList();
        var inside = open.stream()
                .flatMap(glob -> glob.parts().subList(1, glob.parts().size() - 1).stream())
                .collect(Collectors.joining());
        var samples = new ArrayList<>(
                patterns.stream().filter(Glob::exact).map(Glob::written).toList());
        for (var first : ends(open, List::getFirst)) {
            for (var last : ends(open, List::getLast)) {
                samples.add(first + inside + last);
            }
        }
        return samples;
    }

    private static Set<String> ends(List<Glob> open, Function<List<String>, String> end) {
        var ends = new TreeSet<>(Set.of(""));
        open.forEach(glob -> ends.add(end.apply(glob.parts())));
        return ends;
    }

    private boolean tooMuch(List<Integer> numbers) {
        return sum(numbers) > 1 + ROUNDING;
    }

    private double sum(List<Integer> numbers) {
        return numbers.stream()
                .mapToDouble(number -> faults.chances().get(number).rate())
                .sum();
    }

    private String words(List<Integer> numbers) {
        var which = numbers.stream()
                .map(number -> "[" + number + "] "
                        + faults.chances().get(number).fault().written())
                .collect(Collectors.joining(", "));
        return "must have rates that add up to at most 1 for each answer, but " + which
                + " can meet the same one, and are " + (float) sum(numbers) + " together";
    }
}
