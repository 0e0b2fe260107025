package llmsim.server.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thing that a user can set: a row of the {@link SettingsTable}.
 *
 * @param key its path in the configuration file, such as {@code latency.ttft_mean_ms}
 * @param reader what values it takes
 * @param fallback the value if nobody sets it
 * @param sentence what it does
 * @param flag its flag, such as {@code --port}, if it has one
 * @param changeable whether it can be changed while the simulator runs
 */
public record Setting<T>(
        String key, Reader<T> reader, Fallback fallback, String sentence, Optional<String> flag, boolean changeable) {
    private static final Map<String, String> SHORT_VARIABLES =
            Map.of("server.port", "LLMSIM_PORT", "server.host", "LLMSIM_HOST");

    /** A row whose default is a value. */
    static <T> Setting<T> row(String key, Reader<T> reader, String fallback, String sentence) {
        return row(key, reader, new Fallback.Written(fallback), sentence);
    }

    /** A row without a flag. */
    static <T> Setting<T> row(String key, Reader<T> reader, Fallback fallback, String sentence) {
        return new Setting<>(key, reader, fallback, sentence, Optional.empty(), false);
    }

    /** No default value; the text says what happens then. */
    static Fallback none(String text) {
        return new Fallback.None(text);
    }

    /** The same with a flag. */
    Setting<T> withFlag(String name) {
        return new Setting<>(key, reader, fallback, sentence, Optional.of(name), changeable);
    }

    /** The same, which can be changed while the simulator runs. */
    Setting<T> whileRunning() {
        return new Setting<>(key, reader, fallback, sentence, flag, true);
    }

    /** Its environment variables, if one line can say it: the shortest first, then the one that its key gives. */
    public List<String> variables() {
        return reader.fitsOneLine()
                ? Stream.concat(Stream.ofNullable(SHORT_VARIABLES.get(key)), Stream.of(variable(key)))
                        .toList()
                : List.of();
    }

    static String variable(String key) {
        return "LLMSIM_" + key.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** The last part of the key. */
    public String name() {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    /** What holds if nobody sets it. */
    public sealed interface Fallback {
        /** As the documentation shows it. */
        String text();

        /** A value, as a user would write it. */
        record Written(String text) implements Fallback {}

        /** No value; the text says what happens then. */
        record None(String text) implements Fallback {}
    }
}
