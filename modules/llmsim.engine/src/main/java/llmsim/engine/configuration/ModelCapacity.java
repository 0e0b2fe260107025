package llmsim.engine.configuration;

/**
 * How much one model can do at once.
 *
 * @param slots requests that it answers at the same time; 0 for as many as come
 * @param queue requests that may wait for a slot, in the order of their admission; at least 0
 * @param whenFull what a request gets for which there is neither
 * @param slowdown by how much gaps between tokens are longer when all slots are taken, and in proportion before; 1 to 1000
 */
public record ModelCapacity(int slots, int queue, WhenFull whenFull, double slowdown) {
    /** No limit; with slots, room for 100 to wait. */
    public static final ModelCapacity UNLIMITED = new ModelCapacity(0, 100, WhenFull.UNAVAILABLE, 1);

    private static final double SLOWEST = 1000;

    public ModelCapacity {
        if (slots < 0 || queue < 0) {
            throw new IllegalArgumentException("slots and queue must not be negative");
        }
        if (!(slowdown >= 1 && slowdown <= SLOWEST)) {
            throw new IllegalArgumentException("slowdown must be 1 to 1000, not " + slowdown);
        }
    }

    /** This many slots, and room for as many to wait. */
    public static ModelCapacity of(int slots, int queue) {
        return new ModelCapacity(slots, queue, UNLIMITED.whenFull, UNLIMITED.slowdown);
    }

    /** The same with another refusal. */
    public ModelCapacity withWhenFull(WhenFull other) {
        return new ModelCapacity(slots, queue, other, slowdown);
    }

    /** The same with another slowdown. */
    public ModelCapacity withSlowdown(double other) {
        return new ModelCapacity(slots, queue, whenFull, other);
    }

    /** What a request gets for which there is neither a slot nor room to wait, in the provider's words. */
    public enum WhenFull {
        /** 429, as for too many requests. */
        RATE_LIMIT,
        /** 503. */
        UNAVAILABLE,
        /** 529, at providers that have it. */
        OVERLOADED
    }
}
