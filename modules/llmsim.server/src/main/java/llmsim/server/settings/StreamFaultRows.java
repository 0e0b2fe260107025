package llmsim.server.settings;

import static llmsim.server.settings.Setting.row;

import java.util.List;
import llmsim.engine.configuration.StreamFaults;

/** The settings of broken streams. */
public final class StreamFaultRows {
    public static final Setting<StreamFaults> FAULTS = row(
            "faults",
            new StreamFaultsReader(),
            Setting.none("none"),
            "Faults that streams meet by chance: a list of fault (such as reset@50%), rate, models, providers; see faults.md.");

    static final List<Setting<?>> ALL = List.of(FAULTS);

    private StreamFaultRows() {}
}
