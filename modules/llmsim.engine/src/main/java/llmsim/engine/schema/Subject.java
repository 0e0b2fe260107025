package llmsim.engine.schema;

import java.util.List;

/**
 * What a value is about.
 *
 * @param name words of the property's name
 * @param about words of title and description
 */
record Subject(List<String> name, List<String> about) {
    static final Subject NONE = new Subject(List.of(), List.of());

    static Subject property(String name) {
        return new Subject(Words.of(name), List.of());
    }

    Subject with(List<String> description) {
        return description.isEmpty() ? this : new Subject(name, description);
    }
}
