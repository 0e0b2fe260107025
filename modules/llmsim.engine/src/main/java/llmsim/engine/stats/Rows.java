package llmsim.engine.stats;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A row for each origin. Past {@value #MOST} of them, and for very long names, all further models of an endpoint have
 * one row together. Thread-safe.
 */
final class Rows {
    static final int MOST = 1_000;
    static final String OTHER = Names.OTHER;

    private final ConcurrentHashMap<Origin, Row> rows = new ConcurrentHashMap<>();

    Row at(Origin origin) {
        if (origin.model().length() > Names.LONGEST) {
            return shared(origin);
        }
        var row = rows.get(origin);
        if (row != null) {
            return row;
        }
        return rows.size() >= MOST ? shared(origin) : rows.computeIfAbsent(origin, _ -> new Row());
    }

    private Row shared(Origin origin) {
        return rows.computeIfAbsent(new Origin(origin.provider(), origin.kind(), OTHER), _ -> new Row());
    }

    Map<Origin, Tally> tallies() {
        var tallies = new LinkedHashMap<Origin, Tally>();
        rows.forEach((origin, row) -> tallies.put(origin, row.tally()));
        return tallies;
    }
}
