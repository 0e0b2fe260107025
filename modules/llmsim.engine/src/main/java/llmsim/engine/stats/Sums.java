package llmsim.engine.stats;

import java.util.Map;
import java.util.TreeMap;

/** Subtracts numbers by name; what is none is left out. */
final class Sums {
    private Sums() {}

    static <K extends Comparable<K>> Map<K, Long> minus(Map<K, Long> all, Map<K, Long> before) {
        var sums = new TreeMap<>(all);
        before.forEach((name, number) -> sums.merge(name, -number, Long::sum));
        sums.values().removeIf(number -> number == 0);
        return sums;
    }
}
