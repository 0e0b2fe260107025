package llmsim.engine.schema;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a value is about.
 *
 * @param name words of the property's name
 * @param about words of title and description
 */
record Subject(List<String> name, List<String> about) {
    static final Subject NONE = new Subject(List.of(), List.of());

    static Subject property(String name) {
        return new Subject(ofNames(Words.of(name)), List.of());
    }

    /** A file name is no name of a person: the last word belongs to the one before it. */
    private static List<String> ofNames(List<String> words) {
        if (words.size() < 2 || !words.getLast().equals("name")) {
            return words;
        }
        var others = words.subList(0, words.size() - 1);
        return Stream.concat(others.stream(), Stream.of(others.getLast() + "name"))
                .toList();
    }

    Subject with(List<String> description) {
        return description.isEmpty() ? this : new Subject(name, description);
    }
}
