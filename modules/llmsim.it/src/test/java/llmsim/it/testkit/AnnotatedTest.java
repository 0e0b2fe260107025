package llmsim.it.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import llmsim.engine.clock.VirtualClock;
import llmsim.server.LlmSim;
import llmsim.testkit.BaseUri;
import llmsim.testkit.LlmSimTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@LlmSimTest({"response.generator=fixed:Hello from the class", "latency.ttft_mean_ms=5000", "latency.tbt_mean_ms=1000"})
class AnnotatedTest {
    static final String ASK = "{\"model\": \"gpt-5\", \"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}]}";

    private final int port;
    private LlmSim beforeEach;

    AnnotatedTest(LlmSim llm) {
        port = llm.port();
    }

    @BeforeEach
    void remember(LlmSim llm) {
        beforeEach = llm;
    }

    @Test
    void oneSimulatorServesTheWholeClass(
            LlmSim llm, URI uri, @BaseUri("openai") URI base, @BaseUri("openai") String text) {
        assertThat(llm).isSameAs(beforeEach);
        assertThat(llm.port()).isEqualTo(port);
        assertThat(uri).isEqualTo(llm.uri());
        assertThat(base).isEqualTo(llm.baseUri("openai")).hasToString(text);
        assertThat(llm.seed()).isEqualTo(1);
    }

    @Test
    void virtualTimePassesAtOnce(@BaseUri("openai") String base, VirtualClock clock) throws Exception {
        var before = clock.nanoTime();

        var answer = Http.post(base + "/chat/completions", ASK);

        assertThat(answer.body()).contains("Hello from the class");
        assertThat(clock.nanoTime() - before).isGreaterThan(1_000_000_000L);
    }

    @Test
    @LlmSimTest("response.generator=echo")
    void aMethodCanHaveItsOwn(LlmSim llm, @BaseUri("openai") String base) throws Exception {
        assertThat(llm.port()).isNotEqualTo(port);
        assertThat(Http.post(base + "/chat/completions", ASK).body()).contains("\"Hi\"");
    }

    @Nested
    class Inside {
        @Test
        void sharesTheSimulator(LlmSim llm) {
            assertThat(llm.port()).isEqualTo(port);
        }
    }

    @Nested
    @LlmSimTest("response.generator=fixed:Hello from inside")
    class WithItsOwn {
        @Test
        void hasAnother(LlmSim llm, @BaseUri("openai") String base) throws Exception {
            assertThat(llm.port()).isNotEqualTo(port);
            assertThat(Http.post(base + "/chat/completions", ASK).body()).contains("Hello from inside");
        }
    }
}
