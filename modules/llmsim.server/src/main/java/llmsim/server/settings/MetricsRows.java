package llmsim.server.settings;

import static llmsim.server.settings.Readers.trueOrFalse;
import static llmsim.server.settings.Setting.row;

import java.util.List;

/** The settings of metrics. */
public final class MetricsRows {
    public static final Setting<Boolean> VLLM_NAMES = row(
            "metrics.vllm_names",
            trueOrFalse(),
            "false",
            "Whether /metrics tells the same also under the names of vLLM, for autoscalers that are built for it.");

    static final List<Setting<?>> ALL = List.of(VLLM_NAMES);

    private MetricsRows() {}
}
