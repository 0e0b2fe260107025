package llmsim.it.contract;

import java.util.stream.Stream;
import llmsim.api.spi.LatencyProfile;
import llmsim.engine.latency.DrawnProfile;
import llmsim.engine.latency.ProfileTable;
import llmsim.testkit.contract.LatencyProfileContract;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("profiles")
record ProfilesTest(LatencyProfile profile) implements LatencyProfileContract {
    static Stream<LatencyProfile> profiles() {
        var table = ProfileTable.standard();
        return Stream.concat(
                table.names().stream().map(table::named), Stream.of(DrawnProfile.normal("custom", 600, 150, 40, 12)));
    }
}
