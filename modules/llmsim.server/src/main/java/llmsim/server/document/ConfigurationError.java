package llmsim.server.document;

/**
 * One thing that is wrong with what the user wrote.
 *
 * @param message what was wrong and what would be right, without the place
 */
public record ConfigurationError(Origin origin, String message) {
    /** Place and message, on one line. */
    public String text() {
        return origin.text() + ": " + message;
    }
}
