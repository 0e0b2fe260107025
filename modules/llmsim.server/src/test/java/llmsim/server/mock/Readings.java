package llmsim.server.mock;

import java.util.Map;
import java.util.function.UnaryOperator;
import llmsim.engine.latency.ProfileTable;
import llmsim.server.assembly.Setup;
import llmsim.server.settings.Sources;

/** Readings with what llmsim brings. */
final class Readings {
    private Readings() {}

    static MockReading mocks() {
        var setup = Setup.of(Sources.NONE, UnaryOperator.identity());
        return new MockReading(
                ProfileTable.standard(), new Generators(setup.extensions().generators(), Map.of(), 10));
    }
}
