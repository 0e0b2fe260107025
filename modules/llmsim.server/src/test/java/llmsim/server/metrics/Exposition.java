package llmsim.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A strict reader of the two text formats, written by their descriptions
 * (prometheus.io/docs/instrumenting/exposition_formats, OpenMetrics 1.0.0) and not by the library that writes them.
 *
 * @param types of the families, in order
 * @param samples values by name and labels
 */
record Exposition(Map<String, String> types, Map<Series, Double> samples) {
    private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
    private static final String LABEL = "([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\\n]|\\\\[\\\\\"n])*)\"";
    private static final Pattern COMMENT = Pattern.compile("# (HELP|TYPE|UNIT) (" + NAME + ") (.*)");
    private static final Pattern SAMPLE =
            Pattern.compile("(" + NAME + ")(?:\\{(" + LABEL + "(?:," + LABEL + ")*)?\\})? (\\S+)");
    private static final Pattern ONE_LABEL = Pattern.compile(LABEL);
    private static final Set<String> TYPES = Set.of("counter", "gauge", "histogram", "summary", "unknown");

    /** A name with its labels. */
    record Series(String name, Map<String, String> labels) {
        Series without(String label) {
            var others = new TreeMap<>(labels);
            others.remove(label);
            return new Series(name, others);
        }
    }

    static Exposition prometheus(String text) {
        assertThat(text).endsWith("\n");
        return read(text, false);
    }

    static Exposition openMetrics(String text) {
        assertThat(text).endsWith("\n# EOF\n");
        return read(text.substring(0, text.length() - "# EOF\n".length()), true);
    }

    private static Exposition read(String text, boolean openMetrics) {
        var read = new Exposition(new LinkedHashMap<>(), new LinkedHashMap<>());
        var family = "";
        var said = new HashSet<String>();
        for (var line : text.substring(0, text.length() - 1).split("\n", -1)) {
            if (line.startsWith("#")) {
                family = read.comment(line, family, said, openMetrics);
            } else {
                read.sample(line, family, openMetrics);
            }
        }
        read.checkHistograms();
        return read;
    }

    private String comment(String line, String family, Set<String> said, boolean openMetrics) {
        var comment = matched(COMMENT, line);
        var name = comment.group(2);
        if (!name.equals(family)) {
            assertThat(types).as("families are in one piece: " + line).doesNotContainKey(name);
        }
        assertThat(said.add(comment.group(1) + " " + name))
                .as("said once: " + line)
                .isTrue();
        switch (comment.group(1)) {
            case "TYPE" -> {
                assertThat(TYPES).contains(comment.group(3));
                types.put(name, comment.group(3));
            }
            case "UNIT" ->
                assertThat(openMetrics && name.endsWith("_" + comment.group(3)))
                        .as(line)
                        .isTrue();
            default ->
                assertThat(comment.group(3))
                        .matches(openMetrics ? "([^\\\\\"]|\\\\[\\\\\"n])*" : "([^\\\\]|\\\\[\\\\n])*");
        }
        return name;
    }

    private void sample(String line, String family, boolean openMetrics) {
        var sample = matched(SAMPLE, line);
        var name = sample.group(1);
        var type = types.get(family);
        assertThat(type).as("a type goes before " + line).isNotNull();
        assertThat(suffixes(type, openMetrics)).as(line).contains(name.replaceFirst("^" + family, ""));
        var labels = labels(sample.group(2));
        var before = samples.put(new Series(name, labels), number(sample.group(sample.groupCount())));
        assertThat(before).as("one sample of each series: " + line).isNull();
    }

    private static List<String> suffixes(String type, boolean openMetrics) {
        return switch (type) {
            case "counter" -> List.of(openMetrics ? "_total" : "");
            case "histogram" -> List.of("_bucket", "_sum", "_count");
            case "summary" -> List.of("", "_sum", "_count");
            default -> List.of("");
        };
    }

    private static Map<String, String> labels(String written) {
        var labels = new TreeMap<String, String>();
        if (written != null) {
            var label = ONE_LABEL.matcher(written);
            while (label.find()) {
                assertThat(labels.put(label.group(1), unescaped(label.group(2))))
                        .isNull();
            }
        }
        return labels;
    }

    private static String unescaped(String written) {
        return Pattern.compile("\\\\(.)")
                .matcher(written)
                .replaceAll(escape -> Matcher.quoteReplacement(escape.group(1).equals("n") ? "\n" : escape.group(1)));
    }

    private static double number(String written) {
        return switch (written) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> {
                assertThat(written).matches("NaN|[-+]?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");
                yield Double.parseDouble(written);
            }
        };
    }

    private void checkHistograms() {
        types.forEach((family, type) -> {
            if (type.equals("histogram")) {
                buckets(family).forEach((series, counts) -> {
                    assertThat(counts).isSorted();
                    assertThat(samples.get(new Series(family + "_bucket", infinite(series.labels()))))
                            .isEqualTo(counts.getLast())
                            .isEqualTo(samples.get(new Series(family + "_count", series.labels())));
                    assertThat(samples).containsKey(new Series(family + "_sum", series.labels()));
                });
            }
        });
    }

    private static Map<String, String> infinite(Map<String, String> labels) {
        var withBound = new TreeMap<>(labels);
        withBound.put("le", "+Inf");
        return withBound;
    }

    private Map<Series, List<Double>> buckets(String family) {
        var buckets = new LinkedHashMap<Series, List<Double>>();
        samples.forEach((series, value) -> {
            if (series.name().equals(family + "_bucket")) {
                buckets.computeIfAbsent(series.without("le"), _ -> new ArrayList<>())
                        .add(value);
            }
        });
        return buckets;
    }

    private static Matcher matched(Pattern pattern, String line) {
        var matcher = pattern.matcher(line);
        assertThat(matcher.matches()).as(line).isTrue();
        return matcher;
    }

    /** The value of a series: {@code value("a_total", "label", "text")}. */
    double value(String name, String... labels) {
        var wanted = new TreeMap<String, String>();
        for (var i = 0; i < labels.length; i += 2) {
            wanted.put(labels[i], labels[i + 1]);
        }
        assertThat(samples).containsKey(new Series(name, wanted));
        return samples.get(new Series(name, wanted));
    }

    /** The sum over all series of a name. */
    double sum(String name) {
        return sum(name, _ -> true);
    }

    /** The sum over those that have this value of a label. */
    double sumWhere(String name, String label, String value) {
        return sum(name, series -> value.equals(series.labels().get(label)));
    }

    private double sum(String name, Predicate<Series> wanted) {
        return samples.entrySet().stream()
                .filter(sample -> sample.getKey().name().equals(name) && wanted.test(sample.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
