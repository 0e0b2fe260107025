package llmsim.engine.schema;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import llmsim.engine.schema.regex.Regex;
import tools.jackson.databind.JsonNode;

/** How values of a place are made. Nodes name each other by their numbers in the {@link Plan}. Immutable. */
sealed interface Node {
    /** There is no value, for a reason. */
    record Empty(String reason) implements Node {}

    /** One of these. */
    record Literals(List<JsonNode> values) implements Node {}

    /** {@code null}. */
    record Null() implements Node {}

    /** {@code true} or {@code false}. */
    record Bool() implements Node {}

    /** A number. */
    record Num(NumberRules rules) implements Node {}

    /** A string. Where patterns or formats are to be met, the witness does. */
    record Text(TextRules rules, String witness) implements Node {}

    /**
     * An array.
     *
     * @param first the first elements, each its own
     * @param rest the elements behind those
     * @param contained elements that must be among them
     */
    record Array(List<Integer> first, int rest, List<Integer> contained, int least, int most, boolean unique)
            implements Node {
        int element(int index) {
            return index < first.size() ? first.get(index) : rest;
        }
    }

    /**
     * An object.
     *
     * @param properties those that have names, in their order
     * @param required names, with all that they need
     * @param needs properties that need others beside them
     * @param extras properties that get their names when they are made
     * @param names what such names must be
     */
    record Structure(
            Map<String, Integer> properties,
            Set<String> required,
            Map<String, Set<String>> needs,
            List<Extra> extras,
            Names names,
            int least,
            int most)
            implements Node {
        int property(String name) {
            return Objects.requireNonNull(properties.get(name));
        }
    }

    /**
     * What the names of properties must be.
     *
     * @param schemas none if they may be anything
     */
    record Names(int node, List<Integer> schemas) {}

    /**
     * Properties without fixed names.
     *
     * @param pattern at most one, which their names match, and no other of the patterns
     * @param asked whether the schema speaks of them
     */
    record Extra(List<Regex> pattern, List<Regex> others, int value, boolean asked) {}

    /**
     * One of several.
     *
     * @param usual what to choose from, unless that leads nowhere
     */
    record Choice(List<Integer> usual, List<Integer> others) implements Node {}

    /** What must still be checked against schemas. */
    record Checked(int inner, List<Integer> schemas) implements Node {}

    /** With words and examples. The suggestions validate. */
    record Advised(int inner, Advice advice) implements Node {}
}
