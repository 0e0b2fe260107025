package llmsim.engine.random;

/** Mixes numbers and names into 64 well-spread bits, the same on every machine. */
public final class Mix {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Mix() {}

    /** A number that hangs on every character of the name. */
    public static long of(long seed, String name) {
        var mixed = seed;
        for (var i = 0; i < name.length(); i++) {
            mixed = of(mixed, name.charAt(i));
        }
        return of(mixed, name.length());
    }

    // The finalizer of SplitMix64 (Steele, Lea, Flood 2014), applied after each number.
    static long of(long seed, long value) {
        var z = seed * 31 + value + GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
