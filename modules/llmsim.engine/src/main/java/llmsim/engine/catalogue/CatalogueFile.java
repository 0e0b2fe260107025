package llmsim.engine.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import llmsim.api.model.Model;
import llmsim.api.model.Model.Prices;

/** Reads the file that comes with llmsim: a line a model, tabs between the columns, {@code -} for none. */
final class CatalogueFile {
    private static final String NAME = "models.tsv";
    private static final String COMMENT = "#";
    private static final String NONE = "-";

    private CatalogueFile() {}

    static List<Entry> read() {
        try (var file = Objects.requireNonNull(CatalogueFile.class.getResourceAsStream(NAME), NAME);
                var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith(COMMENT))
                    .map(line -> entry(line.split("\t")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entry entry(String[] columns) {
        var model = new Model(
                columns[0],
                columns[1],
                columns[2],
                Optional.of(date(columns[4].split("-"))),
                Integer.parseInt(columns[5]),
                Integer.parseInt(columns[6]),
                Set.copyOf(list(columns[7])),
                Set.copyOf(list(columns[8])),
                columns[9].equals("yes"),
                prices(columns[10], columns[11], columns[12]));
        return new Entry(model, Optional.of(columns[3]), list(columns[13]));
    }

    // LocalDate.parse would load the formatters, which nothing else needs at start.
    private static LocalDate date(String[] parts) {
        return LocalDate.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    private static List<String> list(String column) {
        return column.equals(NONE) ? List.of() : List.of(column.split(","));
    }

    private static Optional<Prices> prices(String input, String output, String cacheRead) {
        return input.equals(NONE)
                ? Optional.empty()
                : Optional.of(new Prices(
                        Double.parseDouble(input), Double.parseDouble(output), Double.parseDouble(cacheRead)));
    }
}
