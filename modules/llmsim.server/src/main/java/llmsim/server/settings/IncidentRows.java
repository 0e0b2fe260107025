package llmsim.server.settings;

import static llmsim.server.settings.Setting.row;

import java.util.List;
import llmsim.server.document.Raw;

/** The settings of incidents. */
public final class IncidentRows {
    public static final Setting<Raw> INCIDENTS = row(
                    "incidents",
                    new WrittenListReader(),
                    Setting.none("none"),
                    "What goes wrong, when, for how long and for whom; see faults.md.")
            .whileRunning();

    static final List<Setting<?>> ALL = List.of(INCIDENTS);

    private IncidentRows() {}
}
