package llmsim.server.settings;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All settings. Files, environment, flags, {@code config explain} and the documentation are made from this table. */
public final class SettingsTable {
    /** Every setting, in the order in which to show them. */
    public static final List<Setting<?>> ALL = Stream.of(
                    ServerRows.ALL,
                    AccessRows.ALL,
                    TlsRows.ALL,
                    EngineRows.ALL,
                    TimingRows.ALL,
                    CapacityRows.ALL,
                    ErrorRows.ALL,
                    LimitRows.ALL,
                    StreamFaultRows.ALL,
                    IncidentRows.ALL,
                    ScriptRows.ALL,
                    MockRows.ALL,
                    JournalRows.ALL,
                    MetricsRows.ALL,
                    LogRows.ALL,
                    ProcessRows.ALL)
            .<Setting<?>>flatMap(List::stream)
            .toList();

    private SettingsTable() {}

    /** The setting with this key. */
    public static Optional<Setting<?>> find(String key) {
        return ALL.stream().filter(setting -> setting.key().equals(key)).findFirst();
    }
}
