package llmsim.it.contract;

import java.util.stream.Stream;
import llmsim.api.settings.Settings;
import llmsim.api.spi.ResponseGenerator;
import llmsim.engine.generate.Echo;
import llmsim.engine.generate.Fixed;
import llmsim.engine.generate.Lorem;
import llmsim.engine.generate.RandomWords;
import llmsim.engine.generate.Sequence;
import llmsim.testkit.contract.ResponseGeneratorContract;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("generators")
record GeneratorsTest(ResponseGenerator generator, boolean meetsTarget) implements ResponseGeneratorContract {
    static Stream<Object[]> generators() {
        return Stream.of(
                new Object[] {new Lorem(), true},
                new Object[] {new RandomWords(), true},
                new Object[] {new Sequence(), true},
                new Object[] {new Echo(), false},
                new Object[] {new Fixed().configured(Settings.ofArgument("Hello, world!")), false});
    }
}
