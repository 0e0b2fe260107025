package llmsim.engine.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The schemas, by their numbers, that one schema applies to the same value.
 *
 * @param all of {@code allOf} and {@code $ref}
 * @param any of each {@code anyOf}
 * @param one of each {@code oneOf}
 * @param dependent by the property whose presence demands them
 */
record Logic(
        List<Integer> all,
        List<List<Integer>> any,
        List<List<Integer>> one,
        OptionalInt not,
        Optional<Condition> condition,
        Map<String, Integer> dependent) {
    static final Logic NONE =
            new Logic(List.of(), List.of(), List.of(), OptionalInt.empty(), Optional.empty(), Map.of());

    /** {@code if}, {@code then} and {@code else}. */
    record Condition(int test, OptionalInt then, OptionalInt otherwise) {
        IntStream schemas() {
            return IntStream.concat(IntStream.of(test), IntStream.concat(then.stream(), otherwise.stream()));
        }
    }

    /** Whether merging cannot promise that a value validates. */
    boolean needsCheck() {
        return !one.isEmpty() || not.isPresent() || condition.isPresent() || !dependent.isEmpty();
    }

    /** All of them. */
    List<Integer> schemas() {
        var lists = Stream.concat(Stream.of(all), Stream.concat(any.stream(), one.stream()))
                .flatMap(List::stream);
        var others = IntStream.concat(not.stream(), condition.stream().flatMapToInt(Condition::schemas));
        return Stream.concat(Stream.concat(lists, others.boxed()), dependent.values().stream())
                .toList();
    }

    /** What there is to choose: for each choice its options, each of them schemas that apply together. */
    List<List<List<Integer>>> choices() {
        var branches = Stream.concat(any.stream(), one.stream())
                .map(options -> options.stream().map(List::of).toList());
        var tests = condition.stream().map(Logic::outcomes);
        var present = dependent.values().stream().map(schema -> List.of(List.<Integer>of(), List.of(schema)));
        return Stream.concat(branches, Stream.concat(tests, present)).toList();
    }

    private static List<List<Integer>> outcomes(Condition condition) {
        var held = IntStream.concat(IntStream.of(condition.test()), condition.then().stream());
        return List.of(
                held.boxed().toList(), condition.otherwise().stream().boxed().toList());
    }
}
