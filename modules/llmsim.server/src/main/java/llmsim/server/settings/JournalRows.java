package llmsim.server.settings;

import static llmsim.server.settings.Readers.wholeNumber;
import static llmsim.server.settings.Setting.row;

import java.util.List;
import llmsim.engine.configuration.JournalSettings;

/** The settings of the journal. */
public final class JournalRows {
    public static final Setting<Long> MAX_BYTES = row(
            "journal.max_bytes",
            wholeNumber(0, Long.MAX_VALUE),
            String.valueOf(JournalSettings.DEFAULT.maxBytes()),
            "Most bytes of the last requests and answers that are remembered; the oldest go first. 0: none.");
    public static final Setting<Long> MAX_BODY_BYTES = row(
            "journal.max_body_bytes",
            wholeNumber(0, Integer.MAX_VALUE),
            String.valueOf(JournalSettings.DEFAULT.maxBodyBytes()),
            "Most bytes of one remembered body, of a request or an answer; what is longer is cut.");
    public static final Setting<Long> MAX_PER_SECOND = row(
            "journal.max_per_second",
            wholeNumber(0, Integer.MAX_VALUE),
            String.valueOf(JournalSettings.DEFAULT.maxPerSecond()),
            "Requests in a second up to which they are remembered; under a load of more they are left out. 0: all.");

    static final List<Setting<?>> ALL = List.of(MAX_BYTES, MAX_BODY_BYTES, MAX_PER_SECOND);

    private JournalRows() {}

    /** What the values say. */
    public static JournalSettings settings(Values values) {
        return new JournalSettings(
                values.get(MAX_BYTES),
                Math.toIntExact(values.get(MAX_BODY_BYTES)),
                Math.toIntExact(values.get(MAX_PER_SECOND)));
    }
}
