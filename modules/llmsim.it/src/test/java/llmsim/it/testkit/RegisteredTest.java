package llmsim.it.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import llmsim.engine.clock.VirtualClock;
import llmsim.engine.generate.Echo;
import llmsim.server.LlmSim;
import llmsim.testkit.BaseUri;
import llmsim.testkit.LlmSimExtension;
import llmsim.testkit.LlmSimTest;
import llmsim.testkit.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineTestKit;

class RegisteredTest {
    @RegisterExtension
    static final LlmSimExtension LLM =
            LlmSimExtension.of(Time.MANUAL, llm -> llm.generator(new Echo()).timeToFirstToken(60_000, 0));

    @Test
    void answersWaitForTheTest(@BaseUri("openai") String base, VirtualClock clock) throws Exception {
        var answer = CompletableFuture.supplyAsync(() -> ask(base));

        clock.awaitWaiting(1);
        clock.advance(Duration.ofSeconds(59));
        assertThat(answer).isNotDone();
        clock.advance(Duration.ofMinutes(1));

        assertThat(answer.get(30, TimeUnit.SECONDS)).contains("\"Hi\"");
    }

    private static String ask(String base) {
        try {
            return Http.post(base + "/chat/completions", AnnotatedTest.ASK).body();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void simulatorsAreClosedAndNotShared() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(OneEach.class))
                .execute()
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(2));

        assertThat(OneEach.SEEN).hasSize(2).doesNotHaveDuplicates();
        assertThat(OneEach.SEEN).allSatisfy(uri -> assertThat(catchFrom(uri)).isInstanceOf(ConnectException.class));
    }

    private static Throwable catchFrom(String uri) {
        return org.assertj.core.api.Assertions.catchThrowable(() -> Http.get(uri + "/health"));
    }

    @Test
    void wrongSettingsAreSaid() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Wrong.class))
                .execute()
                .containerEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        finishedWithFailure(message(text ->
                                text.contains("response.generater") && text.contains("did you mean 'generator'"))));
    }

    @Test
    void realTimeHasNoVirtualClock() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Real.class))
                .execute()
                .testEvents()
                .assertThatEvents()
                .haveExactly(1, finishedWithFailure(message(text -> text.contains("real time has no VirtualClock"))));
    }

    static class OneEach {
        static final List<String> SEEN = new ArrayList<>();

        @RegisterExtension
        final LlmSimExtension llm = LlmSimExtension.of(Time.REAL, builder -> builder.latency("instant"));

        @Test
        void first(LlmSim running) {
            SEEN.add(running.uri().toString());
        }

        @Test
        void second(LlmSim running) {
            SEEN.add(running.uri().toString());
        }
    }

    @LlmSimTest("response.generater=echo")
    static class Wrong {
        @Test
        void never(LlmSim llm) {
            assertThat(llm).isNull();
        }
    }

    @LlmSimTest(time = Time.REAL)
    static class Real {
        @Test
        void never(VirtualClock clock) {
            assertThat(clock).isNull();
        }
    }
}
