package llmsim.engine.limit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import llmsim.api.problem.Period;
import llmsim.api.problem.Quantity;
import llmsim.api.settings.NearMiss;
import llmsim.api.settings.SettingsException;
import llmsim.engine.configuration.RateLimit;
import llmsim.engine.match.Glob;

/**
 * The usage tiers of providers as presets. The numbers are in {@code tiers.tsv}: a line for each tier and family of
 * models, with tabs between the columns, {@code -} for none. Sources stand in the file.
 */
public final class Tiers {
    private static final String NAME = "tiers.tsv";
    private static final String NONE = "-";

    private Tiers() {}

    /** All names, in their order. */
    public static List<String> names() {
        return lines().map(columns -> columns[0]).distinct().toList();
    }

    /** Throws a {@link SettingsException} with the choices if a name is none. */
    public static void check(List<String> tiers) {
        tiers.forEach(Tiers::named);
    }

    /** The limits of a tier, by family of models; {@link SettingsException} with the choices for an unknown name. */
    static List<Rule> named(String tier) {
        var rules = lines().filter(columns -> columns[0].equals(tier))
                .map(Tiers::rule)
                .toList();
        if (rules.isEmpty()) {
            throw new SettingsException("unknown tier '" + tier + "'" + NearMiss.hint(tier, names()));
        }
        return rules;
    }

    private static Rule rule(String[] columns) {
        var limits = new ArrayList<RateLimit>();
        add(limits, Quantity.REQUESTS, Period.MINUTE, columns[2]);
        add(limits, Quantity.REQUESTS, Period.DAY, columns[3]);
        add(limits, Quantity.TOKENS, Period.MINUTE, columns[4]);
        add(limits, Quantity.INPUT_TOKENS, Period.MINUTE, columns[5]);
        add(limits, Quantity.OUTPUT_TOKENS, Period.MINUTE, columns[6]);
        return new Rule(Stream.of(columns[1].split(",")).map(Glob::of).toList(), limits);
    }

    private static void add(List<RateLimit> limits, Quantity quantity, Period period, String column) {
        if (!column.equals(NONE)) {
            limits.add(new RateLimit(quantity, period, Long.parseLong(column)));
        }
    }

    private static Stream<String[]> lines() {
        try (var file = Objects.requireNonNull(Tiers.class.getResourceAsStream(NAME), NAME);
                var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\t")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
