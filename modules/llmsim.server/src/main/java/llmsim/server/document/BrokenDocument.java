package llmsim.server.document;

/** Ends the reading of a document, because nothing behind the place can be trusted. */
final class BrokenDocument extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Origin origin;

    BrokenDocument(Origin origin, String message) {
        super(message, null, false, false);
        this.origin = origin;
    }

    ConfigurationError error() {
        return new ConfigurationError(origin, String.valueOf(getMessage()));
    }
}
