package llmsim.engine.schema;

/** Bounds work by counting its steps. Not thread-safe. */
final class Fuel {
    private long left;

    Fuel(long steps) {
        left = steps;
    }

    /** @throws Spent when there is none left */
    void burn(long steps) {
        left -= steps;
        if (left < 0) {
            throw new Spent();
        }
    }

    /** The work was given up. */
    static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Spent() {
            super("too many steps", null, false, false);
        }
    }
}
