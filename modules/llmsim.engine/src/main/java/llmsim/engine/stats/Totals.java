package llmsim.engine.stats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * All that was counted up to one moment. Immutable. Whatever is told of requests is a sum over the rows, so that tables
 * and totals never disagree.
 *
 * @param rows by origin
 * @param errors by category, such as {@code rate_limit}; {@code defect} for one of llmsim or of an extension
 * @param faults put in on purpose, by name
 * @param limits how often each rate limit had not enough, such as {@code tokens per minute}
 * @param scheduleLag between the moment at which a frame was due and the one at which it was written
 */
public record Totals(
        Map<Origin, Tally> rows,
        Map<String, Long> errors,
        Map<String, Long> faults,
        Map<String, Long> limits,
        Times scheduleLag) {
    /** Nothing. */
    public static final Totals NONE = new Totals(Map.of(), Map.of(), Map.of(), Map.of(), Times.NONE);

    public Totals {
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
        errors = Map.copyOf(errors);
        faults = Map.copyOf(faults);
        limits = Map.copyOf(limits);
    }

    /** These without what had ended before; what was active then is among them. */
    public Totals since(Totals before) {
        if (before.equals(NONE)) {
            return this;
        }
        var since = new LinkedHashMap<Origin, Tally>();
        rows.forEach((origin, tally) -> {
            var rest = tally.since(before.rows.getOrDefault(origin, Tally.NONE));
            if (rest.requests() > 0) {
                since.put(origin, rest);
            }
        });
        return new Totals(
                since,
                Sums.minus(errors, before.errors),
                Sums.minus(faults, before.faults),
                Sums.minus(limits, before.limits),
                scheduleLag.minus(before.scheduleLag));
    }

    /** The sum of all rows. */
    public Tally all() {
        return Tally.sum(rows.values());
    }

    /** Sums of rows that have a name in common. */
    public Map<String, Tally> by(Function<Origin, String> name) {
        var groups = new TreeMap<String, List<Tally>>();
        rows.forEach((origin, tally) -> groups.computeIfAbsent(name.apply(origin), _ -> new ArrayList<>())
                .add(tally));
        var sums = new TreeMap<String, Tally>();
        groups.forEach((key, tallies) -> sums.put(key, Tally.sum(tallies)));
        return sums;
    }

    /** Requests of one kind of endpoint. */
    long ofKind(String kind) {
        return rows.entrySet().stream()
                .filter(row -> row.getKey().kind().equals(kind))
                .mapToLong(row -> row.getValue().requests())
                .sum();
    }

    /** Errors of some categories. */
    long errors(String... categories) {
        var sum = 0L;
        for (var category : categories) {
            sum += errors.getOrDefault(category, 0L);
        }
        return sum;
    }
}
