package llmsim.engine.stats;

/**
 * Where requests come from that are counted together.
 *
 * @param provider the adapter's name; empty where no adapter was meant
 * @param kind the endpoint's counter, such as {@code completions}; empty where no endpoint was meant
 * @param model as it was asked for; empty if the request names none; {@code other} past a bound of different ones
 */
public record Origin(String provider, String kind, String model) {
    /** Provider and kind in one, such as {@code openai/completions}; {@code other} where no endpoint was meant. */
    public String endpoint() {
        return kind.isEmpty() ? "other" : provider + "/" + kind;
    }
}
