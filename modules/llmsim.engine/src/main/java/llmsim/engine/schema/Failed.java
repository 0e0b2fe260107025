package llmsim.engine.schema;

/** A value could not be made in this try. */
final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failed() {
        super("this try failed", null, false, false);
    }
}
