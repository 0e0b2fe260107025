package llmsim.cli;

import java.util.List;
import java.util.stream.IntStream;

/** Text in columns, two blanks apart; all rows have the same number of cells. */
record Columns(List<List<String>> rows) {
    private static final int WIDEST = 48;

    List<String> lines() {
        return rows.stream().map(this::line).toList();
    }

    private String line(List<String> row) {
        var line = new StringBuilder();
        for (var column = 0; column < row.size(); column++) {
            line.append(row.get(column));
            var gap = column == row.size() - 1
                    ? 0
                    : width(column) - row.get(column).length() + 2;
            line.append(" ".repeat(Math.max(gap, column == row.size() - 1 ? 0 : 2)));
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        var widest = rows.stream().mapToInt(row -> row.get(column).length());
        return IntStream.concat(widest.filter(length -> length <= WIDEST), IntStream.of(0))
                .max()
                .orElse(0);
    }
}
