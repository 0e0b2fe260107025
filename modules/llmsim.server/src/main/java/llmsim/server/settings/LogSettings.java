package llmsim.server.settings;

/** How the log looks and what it holds. */
public record LogSettings(Format format, System.Logger.Level level) {
    /** The form of a line. */
    public enum Format {
        /** Time, level, message. */
        HUMAN,
        /** One JSON object a line. */
        JSON
    }
}
