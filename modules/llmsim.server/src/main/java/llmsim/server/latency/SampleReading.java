package llmsim.server.latency;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import llmsim.engine.latency.Samples;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Document;
import llmsim.server.document.Limits;
import llmsim.server.document.Origin;
import llmsim.server.document.Raw;
import llmsim.server.document.Scalars;

/**
 * Reads samples: a list of numbers, or the name of a file with one number a line. Empty lines, and those that begin with
 * a hash, are passed over. A file has at most 16 MiB and a million numbers.
 *
 * @param most the greatest number
 */
record SampleReading(String path, double most, String unit, Consumer<ConfigurationError> errors) {
    private static final int MOST_ERRORS = 5;

    /** The numbers; empty only if errors were told. */
    List<Double> read(Raw raw) {
        return switch (raw) {
            case Raw.Sequence(var items, var _) when !items.isEmpty() && items.size() <= Samples.MOST -> list(items);
            case Raw.Scalar(var text, var _, var origin) -> file(text, origin);
            case Raw.Sequence _, Raw.Mapping _, Raw.Nothing _ -> {
                complain(
                        raw.origin(),
                        path + " must be a file or a list of numbers, not "
                                + (raw instanceof Raw.Sequence ? "an empty or endless list" : raw.kind()));
                yield List.of();
            }
        };
    }

    private List<Double> list(List<Raw> items) {
        var values = items.stream()
                .flatMap(item -> new Scalars(path, item, errors).number(0, most, unit).stream())
                .toList();
        return values.size() == items.size() ? values : List.of();
    }

    private List<Double> file(String name, Origin origin) {
        if (origin instanceof Origin.Changed) {
            complain(origin, path + " must be a list of numbers: a change cannot name a file");
            return List.of();
        }
        try {
            return Document.text(Path.of(name), Limits.DATA, errors)
                    .map(text -> lines(name, text))
                    .orElse(List.of());
        } catch (InvalidPathException _) {
            complain(origin, path + " must be the name of a file, not '" + name + "'");
            return List.of();
        }
    }

    private List<Double> lines(String name, String text) {
        var values = new ArrayList<Double>();
        var line = 0;
        var wrong = 0;
        for (var lines = text.lines().iterator(); lines.hasNext() && wrong < MOST_ERRORS; ) {
            var written = lines.next().strip();
            line++;
            if (!written.isEmpty() && !written.startsWith("#")) {
                var value = number(written);
                value.ifPresent(values::add);
                wrong += value.isPresent() ? 0 : report(new Origin.File(name, line, 1), written);
            }
        }
        return wrong > 0 ? List.of() : counted(name, values);
    }

    private Optional<Double> number(String written) {
        try {
            return Optional.of(Double.valueOf(written)).filter(value -> value >= 0 && value <= most);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private int report(Origin origin, String written) {
        complain(
                origin,
                "must be a number" + unit + " from 0 to " + Math.round(most) + ", not "
                        + new Raw.Scalar(written, origin).kind());
        return 1;
    }

    private List<Double> counted(String name, List<Double> values) {
        if (values.isEmpty() || values.size() > Samples.MOST) {
            complain(new Origin.WholeFile(name), "must have 1 to " + Samples.MOST + " numbers, not " + values.size());
            return List.of();
        }
        return values;
    }

    private void complain(Origin origin, String message) {
        errors.accept(new ConfigurationError(origin, message));
    }
}
