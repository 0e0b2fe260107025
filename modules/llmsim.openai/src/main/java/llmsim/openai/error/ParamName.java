package llmsim.openai.error;

import llmsim.api.json.FieldPath;
import org.jspecify.annotations.Nullable;

/** How the provider writes the place of a fault. */
final class ParamName {
    private ParamName() {}

    /** The newer way: {@code messages[0].content}. */
    static String of(FieldPath path) {
        return path.bracketed();
    }

    /** The older way, of errors without a code: {@code messages.[0].content}; none for the whole body. */
    static @Nullable String older(FieldPath path) {
        if (Explainer.isWholeBody(path)) {
            return null;
        }
        var text = new StringBuilder();
        for (var step : path.steps()) {
            text.append(text.isEmpty() ? "" : ".");
            switch (step) {
                case FieldPath.Field(var name) -> text.append(name);
                case FieldPath.Index(var index) ->
                    text.append('[').append(index).append(']');
            }
        }
        return text.toString();
    }

    /** The place that holds this one. */
    static FieldPath above(FieldPath path) {
        return new FieldPath(path.steps().subList(0, path.steps().size() - 1));
    }
}
