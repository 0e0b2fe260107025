package llmsim.engine.configuration;

import java.util.List;

/**
 * The faults that answers meet by chance: at most one each, by one roll.
 *
 * @param chances the rates of those that can meet the same answer add up to at most 1, which is checked where they come
 *     into force
 */
public record StreamFaults(List<Chance> chances) {
    /** No faults. */
    public static final StreamFaults NONE = new StreamFaults(List.of());

    public StreamFaults {
        chances = List.copyOf(chances);
    }

    /** These faults, each with its rate. */
    public static StreamFaults of(Chance... chances) {
        return new StreamFaults(List.of(chances));
    }

    /**
     * A fault that some of the answers have.
     *
     * @param rate share of the answers, from 0 to 1
     * @param models globs of the models whose answers may have it; empty for all
     * @param providers prefixes of the providers likewise
     */
    public record Chance(StreamFault fault, double rate, List<String> models, List<String> providers) {
        public Chance {
            models = List.copyOf(models);
            providers = List.copyOf(providers);
            if (!(rate >= 0 && rate <= 1)) {
                throw new IllegalArgumentException("a rate is a number from 0 to 1, not " + rate);
            }
        }

        /** A fault that some of all answers have. */
        public static Chance of(StreamFault fault, double rate) {
            return new Chance(fault, rate, List.of(), List.of());
        }
    }
}
