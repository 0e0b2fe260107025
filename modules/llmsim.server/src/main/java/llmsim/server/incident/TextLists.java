package llmsim.server.incident;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Fields;
import llmsim.server.document.Raw;
import llmsim.server.document.Scalars;

/** Reads lists of texts; one text alone is a list too. */
record TextLists(Consumer<ConfigurationError> errors) {

    /**
     * The texts of a key; none if it is not there.
     *
     * @param objection what is wrong with a text, as an error says it; empty if nothing is
     */
    List<String> read(Fields fields, String name, Function<String, Optional<String>> objection) {
        return fields.find(name).map(TextLists::items).orElse(List.of()).stream()
                .flatMap(item -> text(fields.path(name), item, objection).stream())
                .toList();
    }

    private static List<Raw> items(Raw raw) {
        return raw instanceof Raw.Sequence(var items, var _) ? items : List.of(raw);
    }

    private Optional<String> text(String path, Raw raw, Function<String, Optional<String>> objection) {
        var text = raw instanceof Raw.Scalar(var written, var _, var _)
                ? Optional.of(written)
                : new Scalars(path, raw, errors).filledText();
        var wrong = text.flatMap(objection);
        wrong.ifPresent(message -> errors.accept(new ConfigurationError(raw.origin(), path + ": " + message)));
        return wrong.isPresent() ? Optional.empty() : text;
    }
}
