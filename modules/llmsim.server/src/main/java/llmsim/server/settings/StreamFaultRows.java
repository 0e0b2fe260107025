package llmsim.server.settings;

import static llmsim.server.settings.Setting.row;

import java.util.List;
import llmsim.engine.configuration.StreamFaults;
import llmsim.engine.configuration.StreamFaults.Chance;
import llmsim.server.document.Origin;
import llmsim.server.document.Raw;
import llmsim.server.settings.Sources.Direct;

/** The settings of broken streams. */
public final class StreamFaultRows {
    public static final Setting<StreamFaults> FAULTS = row(
                    "faults",
                    new StreamFaultsReader(),
                    Setting.none("none"),
                    "Faults that streams meet by chance: a list of fault (such as reset@50%), rate, models, providers; see faults.md.")
            .whileRunning();

    static final List<Setting<?>> ALL = List.of(FAULTS);

    private StreamFaultRows() {}

    /** What a program says by values. */
    public static Direct direct(StreamFaults faults) {
        var origin = new Origin.Code(FAULTS.key());
        return new Direct(
                FAULTS.key(),
                new Raw.Sequence(
                        faults.chances().stream()
                                .<Raw>map(chance -> raw(chance, origin))
                                .toList(),
                        origin));
    }

    private static Raw raw(Chance chance, Origin origin) {
        return new Raw.Mapping(
                List.of(
                        entry("fault", new Raw.Scalar(chance.fault().written(), true, origin)),
                        entry("rate", new Raw.Scalar(String.valueOf(chance.rate()), origin)),
                        entry("models", texts(chance.models(), origin)),
                        entry("providers", texts(chance.providers(), origin))),
                origin);
    }

    private static Raw.Entry entry(String name, Raw value) {
        return new Raw.Entry(name, value.origin(), value);
    }

    private static Raw texts(List<String> texts, Origin origin) {
        return new Raw.Sequence(
                texts.stream()
                        .<Raw>map(text -> new Raw.Scalar(text, true, origin))
                        .toList(),
                origin);
    }
}
