package llmsim.it.contract;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import llmsim.api.spi.LatencyProfile;
import llmsim.engine.latency.Bundled;
import llmsim.engine.latency.Correlated;
import llmsim.engine.latency.Derived;
import llmsim.engine.latency.Distribution;
import llmsim.engine.latency.DrawnProfile;
import llmsim.engine.latency.Lognormal;
import llmsim.engine.latency.Normal;
import llmsim.engine.latency.Pausing;
import llmsim.engine.latency.Percentiles;
import llmsim.engine.latency.Prefilled;
import llmsim.engine.latency.ProfileTable;
import llmsim.engine.latency.Samples;
import llmsim.engine.latency.Scaled;
import llmsim.testkit.contract.LatencyProfileContract;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("profiles")
record ProfilesTest(LatencyProfile profile) implements LatencyProfileContract {
    static Stream<LatencyProfile> profiles() {
        var table = ProfileTable.standard();
        return Stream.concat(table.names().stream().map(table::named), Stream.concat(drawn(), wrapped()));
    }

    private static Stream<LatencyProfile> drawn() {
        return Stream.of(
                DrawnProfile.normal("custom", 600, 150, 40, 12),
                new DrawnProfile("skewed", new Percentiles(300, 900, 2500), Lognormal.ofMean(20, 10)),
                new DrawnProfile("measured", Samples.of(List.of(310.0, 290.0)), Distribution.constant(20)));
    }

    private static Stream<LatencyProfile> wrapped() {
        var plain = DrawnProfile.normal("plain", 600, 150, 40, 12);
        return Stream.of(
                new Scaled(plain, 0.5),
                new Prefilled(plain, 5000),
                new Correlated(plain, 0.3),
                new Bundled(plain, new Normal(4, 2)),
                new Pausing(plain, 0.1, new Normal(800, 200)),
                new Derived("own", plain, Optional.of(new Normal(1, 0)), Optional.empty()));
    }
}
