package llmsim.api.json;

import java.util.ArrayList;
import java.util.List;

/** A place in a JSON document, as field names and array indexes from the top. Providers write it in different ways. */
public record FieldPath(List<Step> steps) {
    /** The document itself. */
    public static final FieldPath ROOT = new FieldPath(List.of());

    public FieldPath {
        steps = List.copyOf(steps);
    }

    /** A top-level field. */
    public static FieldPath of(String field) {
        return ROOT.field(field);
    }

    /** A field below this place. */
    public FieldPath field(String name) {
        return plus(new Field(name));
    }

    /** An element below this place, from 0. */
    public FieldPath index(int index) {
        return plus(new Index(index));
    }

    private FieldPath plus(Step step) {
        var longer = new ArrayList<>(steps);
        longer.add(step);
        return new FieldPath(longer);
    }

    /** With brackets: {@code messages[0].content}. */
    public String bracketed() {
        var text = new StringBuilder();
        for (var step : steps) {
            switch (step) {
                case Field(var name) -> text.append(text.isEmpty() ? "" : ".").append(name);
                case Index(var index) -> text.append('[').append(index).append(']');
            }
        }
        return text.toString();
    }

    /** With dots alone: {@code messages.0.content}. */
    public String dotted() {
        var text = new StringBuilder();
        for (var step : steps) {
            text.append(text.isEmpty() ? "" : ".");
            switch (step) {
                case Field(var name) -> text.append(name);
                case Index(var index) -> text.append(index);
            }
        }
        return text.toString();
    }

    /** One step down. */
    public sealed interface Step {}

    /** Into an object's field. */
    public record Field(String name) implements Step {}

    /** Into an array's element, from 0. */
    public record Index(int index) implements Step {}
}
