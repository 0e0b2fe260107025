package llmsim.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import llmsim.api.content.Part;
import llmsim.api.prompt.Prompt;
import llmsim.api.reply.Completion;
import llmsim.api.settings.Settings;
import llmsim.api.spi.GenerationContext;
import llmsim.api.spi.LatencyProfile;
import llmsim.api.spi.Pacing;
import llmsim.api.spi.PacingContext;
import llmsim.api.spi.ResponseGenerator;
import llmsim.testkit.contract.LatencyProfileContract;
import llmsim.testkit.contract.ResponseGeneratorContract;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The contracts find what they are there to find: each extension here breaks one rule. */
class BrokenExtensionsTest {
    @TestFactory
    Stream<DynamicTest> generators() {
        var calls = new AtomicInteger();
        return Stream.of(
                breaks("G1", generator("Bad Name", (_, _) -> Completion.text("x"))),
                breaks("G2", new Silent()),
                breaks(
                        "G3",
                        generator(
                                "picky",
                                (prompt, _) -> Completion.text(
                                        prompt.messages().getFirst().text()))),
                breaks("G4", generator("counting", (_, _) -> Completion.text("no. " + calls.getAndIncrement()))),
                breaks(
                        "G5",
                        generator(
                                "local",
                                (_, _) -> Completion.text(Thread.currentThread().toString()))),
                breaks("G6", generator("half", (_, _) -> Completion.text("\ud83d"))),
                breaks(
                        "G7",
                        generator("calling", (_, _) -> Completion.of(List.of(new Part.ToolCall("1", "rm", "{}"))))),
                breaks("G8", generator("short", (_, _) -> Completion.text("too short"))));
    }

    @TestFactory
    Stream<DynamicTest> profiles() {
        var calls = new AtomicInteger();
        var shared = pacing(0, 0, 1);
        return Stream.of(
                breaks("L1", profile("", _ -> pacing(0, 0, 1))),
                breaks("L2", new Unsettled()),
                breaks("L3", profile("shared", _ -> shared)),
                breaks("L4", profile("slower", _ -> pacing(calls.getAndIncrement(), 0, 1))),
                breaks("L6", profile("backwards", _ -> pacing(0, -1, 1))),
                breaks("L7", profile("idle", _ -> pacing(0, 0, 0))));
    }

    private static DynamicTest breaks(String rule, ResponseGenerator generator) {
        ResponseGeneratorContract contract = new ResponseGeneratorContract() {
            @Override
            public ResponseGenerator generator() {
                return generator;
            }

            @Override
            public boolean meetsTarget() {
                return true;
            }
        };
        return DynamicTest.dynamicTest(
                rule,
                () -> assertThat(Rules.broken(rule, ResponseGeneratorContract.class, contract))
                        .isTrue());
    }

    private static DynamicTest breaks(String rule, LatencyProfile profile) {
        LatencyProfileContract contract = () -> profile;
        return DynamicTest.dynamicTest(
                rule,
                () -> assertThat(Rules.broken(rule, LatencyProfileContract.class, contract))
                        .isTrue());
    }

    private interface Saying {
        Completion say(Prompt prompt, GenerationContext context);
    }

    private static ResponseGenerator generator(String name, Saying saying) {
        record Generator(String name, Saying saying) implements ResponseGenerator {
            @Override
            public Completion generate(Prompt prompt, GenerationContext context) {
                return saying.say(prompt, context);
            }
        }
        return new Generator(name, saying);
    }

    private interface Pacer {
        Pacing pace(PacingContext context);
    }

    private static LatencyProfile profile(String name, Pacer pacer) {
        record Profile(String name, Pacer pacer) implements LatencyProfile {
            @Override
            public Pacing pace(PacingContext context) {
                return pacer.pace(context);
            }
        }
        return new Profile(name, pacer);
    }

    private static Pacing pacing(long first, long gap, int tokens) {
        return new Pacing() {
            @Override
            public long timeToFirstToken() {
                return first;
            }

            @Override
            public long nextGap() {
                return gap;
            }

            @Override
            public int nextTokens() {
                return tokens;
            }
        };
    }

    private static final class Silent implements ResponseGenerator {
        @Override
        public String name() {
            return "silent";
        }

        @Override
        public ResponseGenerator configured(Settings settings) {
            return null;
        }

        @Override
        public Completion generate(Prompt prompt, GenerationContext context) {
            return Completion.text("");
        }
    }

    private static final class Unsettled implements LatencyProfile {
        @Override
        public String name() {
            return "unsettled";
        }

        @Override
        public LatencyProfile configured(Settings settings) {
            throw new IllegalStateException("not a SettingsException");
        }

        @Override
        public Pacing pace(PacingContext context) {
            return pacing(0, 0, 1);
        }
    }
}
