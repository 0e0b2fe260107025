package llmsim.engine.schema;

import java.math.BigDecimal;

/**
 * An end of a range of numbers.
 *
 * @param excluded whether the value itself is outside of the range
 */
record Bound(BigDecimal value, boolean excluded) {
    boolean isBelow(BigDecimal number) {
        var order = value.compareTo(number);
        return order < 0 || (order == 0 && !excluded);
    }

    boolean isAbove(BigDecimal number) {
        var order = value.compareTo(number);
        return order > 0 || (order == 0 && !excluded);
    }

    /** The one that leaves less, both being lower bounds. */
    Bound higher(Bound other) {
        var order = value.compareTo(other.value);
        return order > 0 || (order == 0 && excluded) ? this : other;
    }

    /** The one that leaves less, both being upper bounds. */
    Bound lower(Bound other) {
        var order = value.compareTo(other.value);
        return order < 0 || (order == 0 && excluded) ? this : other;
    }
}
