package llmsim.server.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import llmsim.engine.clock.VirtualClock;
import llmsim.engine.mock.Mock;
import llmsim.server.admin.ConfigurationTexts;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.ConfigurationException;
import llmsim.server.document.Document;
import llmsim.server.document.Limits;
import llmsim.server.document.Origin;
import llmsim.server.document.Raw;
import llmsim.server.settings.Sources;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Changes come to the same as a start with what they say, and wrong ones to nothing. */
class ChangesPropertyTest {
    private static final List<String> RIGHT = List.of(
            "{\"latency\":{\"profile\":\"fast\"}}",
            "{\"latency\":{\"profile\":null,\"ttft_mean_ms\":5}}",
            "{\"latency\":{\"speed\":2.5,\"models\":{\"gpt-5*\":\"instant\"}}}",
            "{\"latency\":{\"models\":{\"gpt-5*\":null,\"o3\":\"fast\"}}}",
            "{\"latency\":null}",
            "{\"response\":{\"generator\":\"echo\",\"target_tokens\":7}}",
            "{\"response\":{\"tools\":\"never\"}}",
            "{\"errors\":{\"preset\":\"chaos\",\"timeout_rate\":0.2}}",
            "{\"errors\":null}",
            "{\"faults\":[{\"fault\":\"reset@50%\",\"rate\":0.25,\"models\":[\"gpt-5\"]}]}",
            "{\"incidents\":[{\"name\":\"a\",\"at\":\"5s\",\"for\":\"2s\",\"what\":{\"outage\":true}}]}",
            "{\"incidents\":[]}",
            "{\"limits\":{\"tier\":[\"openai-tier-1\"],\"requests_per_day\":7}}",
            "{\"limits\":{\"models\":{\"gpt-5*\":{\"tokens_per_minute\":9}},\"all\":{\"requests_per_minute\":3}}}",
            "{\"limits\":{\"models\":{\"gpt-5*\":null}}}",
            "{\"capacity\":{\"slots\":3,\"models\":{\"gpt-5\":{\"slots\":1,\"when_full\":\"overloaded\"}}}}",
            "{\"capacity\":{\"models\":null,\"slowdown\":2}}",
            "{\"mocks\":[{\"match\":{\"content_contains\":\"x\"},\"response\":\"y\"}]}",
            "{\"mocks\":null}",
            "{\"scripts\":{\"inline\":[{\"name\":\"a\",\"turns\":[{\"type\":\"assistant\",\"text\":\"1\"}]}]}}",
            "{\"models\":{\"available\":[\"gpt-5\",\"o3\"],\"strict\":true}}",
            "{\"seed\":12}",
            "{\"server\":{\"allow_request_overrides\":false}}");
    private static final List<String> WRONG = List.of(
            "{\"latency\":{\"profile\":\"slowest\"}}",
            "{\"latency\":{\"speed\":0}}",
            "{\"errors\":{\"timeout_rate\":0.9,\"server_error_rate\":0.9,\"preset\":\"none\"}}",
            "{\"capacity\":{\"slots\":-1}}",
            "{\"limits\":{\"all\":{\"requests_per_hour\":1}}}",
            "{\"mocks\":[{}]}",
            "{\"scripts\":{\"inline\":{}}}",
            "{\"incidents\":[{\"name\":\"a\"}]}",
            "{\"server\":{\"host\":\"x\"}}",
            "{\"store\":{\"max_bytes\":5}}",
            "{\"plugins\":null,\"zzz\":null}");

    @Provide
    Arbitrary<List<String>> right() {
        return Arbitraries.of(RIGHT).list().ofMaxSize(8);
    }

    @Provide
    Arbitrary<String> wrong() {
        return Arbitraries.of(WRONG);
    }

    @Property(tries = 60)
    void aStartWithWhatHoldsAfterChangesComesToTheSame(@ForAll("right") List<String> changes) throws IOException {
        try (var simulated = started(Sources.NONE)) {
            changes.forEach(change -> simulated.change(raw(change)));
            var shown = ConfigurationTexts.of(simulated.values());
            var file = Files.createTempFile("merged", ".json");
            Files.writeString(file, ConfigurationTexts.withoutNulls(simulated.values()));
            try (var fresh = started(Sources.NONE.withFile(file))) {
                assertThat(ConfigurationTexts.of(fresh.values())).isEqualTo(shown);
                var engine = simulated.setup().configuration().engine();
                assertThat(fresh.setup().configuration().engine()).isEqualTo(engine);
                assertThat(fresh.setup().scripts()).isEqualTo(simulated.setup().scripts());
                assertThat(fresh.setup().mocks().mocks())
                        .extracting(Mock::match)
                        .isEqualTo(simulated.setup().mocks().mocks().stream()
                                .map(Mock::match)
                                .toList());
            } finally {
                Files.delete(file);
            }
        }
    }

    @Property(tries = 60)
    void aWrongChangeChangesNothing(@ForAll("right") List<String> changes, @ForAll("wrong") String wrong) {
        try (var simulated = started(Sources.NONE)) {
            changes.forEach(change -> simulated.change(raw(change)));
            var shown = ConfigurationTexts.of(simulated.values());
            var behaviour = simulated.simulator().behaviour();

            assertThatThrownBy(() -> simulated.change(raw(wrong)))
                    .isInstanceOfSatisfying(
                            ConfigurationException.class,
                            thrown -> assertThat(thrown.errors())
                                    .isNotEmpty()
                                    .allSatisfy(
                                            error -> assertThat(error.origin().text() + error.message())
                                                    .isNotBlank())
                                    .anySatisfy(
                                            error -> assertThat(error.origin()).isInstanceOf(Origin.Changed.class)));

            assertThat(ConfigurationTexts.of(simulated.values())).isEqualTo(shown);
            assertThat(simulated.simulator().behaviour()).isSameAs(behaviour);
        }
    }

    private static Simulated started(Sources sources) {
        return Simulated.of(Setup.of(sources, Brought.NOTHING), VirtualClock.automatic());
    }

    private static Raw.Mapping raw(String json) {
        var errors = new ArrayList<ConfigurationError>();
        var raw = Document.parse("change.json", json, Limits.DATA, errors::add).orElseThrow();
        assertThat(errors).isEmpty();
        return ((Raw.Mapping) raw).changed("");
    }
}
