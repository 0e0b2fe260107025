package llmsim.api.settings;

/** A setting is unknown, missing or wrong. The message says where, what, and what would be right. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SettingsException(String message) {
        super(message);
    }
}
