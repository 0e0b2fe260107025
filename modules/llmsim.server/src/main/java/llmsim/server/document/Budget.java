package llmsim.server.document;

/** Counts what a document holds against its limits. Not thread-safe. */
final class Budget {
    private final Limits limits;
    private int values;

    Budget(Limits limits) {
        this.limits = limits;
    }

    /** One value more, at this depth. */
    void take(int depth, Origin origin) {
        if (depth > limits.depth()) {
            throw new BrokenDocument(origin, "nested deeper than " + limits.depth() + " levels");
        }
        if (++values > limits.values()) {
            throw new BrokenDocument(origin, "more than " + limits.values() + " values");
        }
    }

    /** Once more a value that was read before, with all that is in it. */
    void takeAgain(Raw value, int depth, Origin origin) {
        take(depth, origin);
        switch (value) {
            case Raw.Scalar _, Raw.Nothing _ -> {}
            case Raw.Sequence(var items, var _) -> items.forEach(item -> takeAgain(item, depth + 1, origin));
            case Raw.Mapping(var entries, var _) ->
                entries.forEach(entry -> takeAgain(entry.value(), depth + 1, origin));
        }
    }
}
