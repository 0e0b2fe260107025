package llmsim.terminal.picture;

/** A name and a number; a rate has fractions. */
record Entry(String name, Value value, Tone tone) {
    /** The number, in as many columns as there are. */
    @FunctionalInterface
    interface Value {
        String in(int columns);
    }

    Entry(String name, Value value) {
        this(name, value, Tone.PLAIN);
    }
}
