package llmsim.api.settings;

/** A setting is unknown, missing or wrong. The message says where, what, and what would be right. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String place;

    public SettingsException(String message) {
        this("", message);
    }

    /**
     * An exception about what was written at a place; the message begins with it.
     *
     * @param place such as {@code llmsim.yaml:3:7}, or empty
     */
    public SettingsException(String place, String message) {
        super(place.isEmpty() ? message : place + ": " + message);
        this.place = place;
    }

    /** Where the wrong setting was written, such as {@code llmsim.yaml:3:7}; empty if that is not known. */
    public String place() {
        return place;
    }
}
