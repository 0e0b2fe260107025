package llmsim.server.settings;

import java.util.Map;

/**
 * How the log looks and what it holds.
 *
 * @param level of every logger that has none of its own
 * @param levels by logger
 * @param requestsPerSecond lines in each second about requests; 0 for none
 * @param prompts whether these show the beginning of what the user said
 */
public record LogSettings(
        Format format,
        System.Logger.Level level,
        Map<String, System.Logger.Level> levels,
        long requestsPerSecond,
        boolean prompts) {
    public LogSettings {
        levels = Map.copyOf(levels);
    }

    /** The form of a line. */
    public enum Format {
        /** Time, level, message. */
        HUMAN,
        /** One JSON object a line. */
        JSON
    }
}
