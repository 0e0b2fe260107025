package llmsim.server.settings;

import static llmsim.server.settings.Readers.oneOf;
import static llmsim.server.settings.Readers.parsedText;
import static llmsim.server.settings.Readers.trueOrFalse;
import static llmsim.server.settings.Readers.wholeNumber;
import static llmsim.server.settings.Setting.row;

import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The settings of the log. */
public final class LogRows {
    private static final List<Level> LEVELS =
            List.of(Level.ERROR, Level.WARNING, Level.INFO, Level.DEBUG, Level.TRACE, Level.OFF);

    public static final Setting<LogSettings.Format> FORMAT = row(
                    "log.format",
                    oneOf(List.of(LogSettings.Format.values())),
                    "human",
                    "Form of the log: human or json.")
            .withFlag("--log-format");
    public static final Setting<Level> LEVEL = row(
                    "log.level",
                    oneOf(LEVELS),
                    "info",
                    "What the log holds at least: error, warning, info, debug, trace or off.")
            .withFlag("--log-level");
    public static final Setting<Map<String, Level>> BY_LOGGER = row(
            "log.levels",
            parsedText("levels by logger, such as llmsim.requests=off,llmsim.mocks=debug", LogRows::levels),
            Setting.none("log.level for all"),
            "Levels by logger, where they are not log.level: llmsim.requests, llmsim.incidents, llmsim.mocks and others.");
    public static final Setting<Long> PER_SECOND = row(
            "log.requests_per_second",
            wholeNumber(0, 1_000_000),
            "100",
            "Lines of the log in each second about requests, one for each; the others are counted. 0: no such lines.");
    public static final Setting<Boolean> PROMPTS = row(
            "log.prompts",
            trueOrFalse(),
            "false",
            "Whether the lines about requests show the beginning of the last user message.");

    static final List<Setting<?>> ALL = List.of(FORMAT, LEVEL, BY_LOGGER, PER_SECOND, PROMPTS);

    private LogRows() {}

    static LogSettings settings(Values values) {
        return new LogSettings(
                values.get(FORMAT),
                values.get(LEVEL),
                values.find(BY_LOGGER).orElse(Map.of()),
                values.get(PER_SECOND),
                values.get(PROMPTS));
    }

    private static Map<String, Level> levels(String text) {
        var levels = new LinkedHashMap<String, Level>();
        Readers.commaSeparated(text).forEach(pair -> {
            var parts = pair.split("=", 2);
            if (parts.length < 2 || parts[0].isBlank()) {
                throw new IllegalArgumentException("'" + pair + "' is no NAME=LEVEL");
            }
            levels.put(parts[0].strip(), level(parts[1].strip()));
        });
        return levels;
    }

    private static Level level(String name) {
        return LEVELS.stream()
                .filter(level -> level.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + name + "' is no level; choices: error, warning, info, debug, trace, off"));
    }
}
