package llmsim.server.settings;

import static llmsim.server.settings.Readers.number;
import static llmsim.server.settings.Setting.row;

import java.util.List;
import java.util.Map;
import llmsim.server.document.Raw;

/** The settings of the pace of all requests. */
public final class TimingRows {
    public static final Setting<Raw.Mapping> PROFILES = row(
                    "latency.profiles",
                    new WrittenMappingReader("names with latency profiles"),
                    Setting.none("none"),
                    "Latency profiles of your own, by name; see latency.md.")
            .whileRunning();
    public static final Setting<Map<String, Raw.Scalar>> MODELS = row(
                    "latency.models",
                    new NamedTextsReader("models with the names of latency profiles"),
                    Setting.none("each model has its own"),
                    "Latency profiles by models, such as gpt-5*: mine; the most specific wins.")
            .whileRunning();
    public static final Setting<Double> SPEED = row(
                    "latency.speed",
                    number(0.001, 1000),
                    "1",
                    "How much faster everything is than its profile: 2 is twice as fast, 0.5 half as fast.")
            .whileRunning();

    static final List<Setting<?>> ALL = List.of(PROFILES, MODELS, SPEED);

    private TimingRows() {}
}
