package llmsim.testkit;

import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import llmsim.engine.clock.VirtualClock;
import llmsim.server.LlmSim;
import llmsim.server.LlmSimBuilder;

/**
 * The simulator of some tests; JUnit closes it together with their context.
 *
 * @param clock empty if the time is real
 */
record Injected(LlmSim llm, Optional<VirtualClock> clock) implements AutoCloseable {
    static Injected start(LlmSimTest test) {
        return start(test.time(), builder -> {
            for (var setting : test.value()) {
                set(builder, setting);
            }
            return builder;
        });
    }

    private static void set(LlmSimBuilder builder, String setting) {
        var equals = setting.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("a setting is written key=value, unlike '" + setting + "'");
        }
        builder.set(setting.substring(0, equals), setting.substring(equals + 1));
    }

    static Injected start(Time time, UnaryOperator<LlmSimBuilder> described) {
        var clock = clock(time);
        // An answer that is still open when its test is over is one that nobody reads.
        var builder = LlmSim.builder().host("127.0.0.1").port(0).seed(1).shutdownGrace(Duration.ZERO);
        clock.ifPresent(builder::clock);
        return new Injected(described.apply(builder).start(), clock);
    }

    private static Optional<VirtualClock> clock(Time time) {
        return switch (time) {
            case VIRTUAL -> Optional.of(VirtualClock.automatic());
            case MANUAL -> Optional.of(VirtualClock.manual());
            case REAL -> Optional.empty();
        };
    }

    @Override
    public void close() {
        llm.close();
    }
}
