package llmsim.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.HeaderRule;
import llmsim.api.dialect.HeaderRule.Limit;
import llmsim.api.dialect.ProviderFacts.Credential;
import llmsim.api.dialect.ProviderFacts.Place;
import llmsim.api.spi.ProviderAdapter;
import llmsim.openai.chat.ChatDialect;
import llmsim.openai.chat.ChatFacts;
import org.junit.jupiter.api.Test;

class OpenAiAdapterTest {
    @Test
    void theClassPathNamesTheSameServiceAsTheModule() throws IOException {
        var module = OpenAiAdapter.class.getModule();
        assertThat(module.getDescriptor().provides())
                .singleElement()
                .satisfies(provided -> assertThat(provided.providers()).containsExactly(OpenAiAdapter.class.getName()));
        try (var stream = module.getResourceAsStream("META-INF/services/" + ProviderAdapter.class.getName())) {
            assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip())
                    .isEqualTo(OpenAiAdapter.class.getName());
        }
        assertThat(Calls.ADAPTER.name()).isEqualTo("openai");
    }

    @Test
    void factsAreTheProvidersOwn() {
        var facts = Calls.ADAPTER.facts();
        assertThat(facts.sdkBasePath()).isEqualTo("/v1");
        assertThat(facts.requestIds().prefix()).isEqualTo("req_");
        assertThat(facts.credentials()).containsExactly(new Credential(Place.HEADER, "authorization", "Bearer"));
        assertThat(facts.headers())
                .extracting(HeaderRule::name)
                .doesNotHaveDuplicates()
                .contains(
                        "x-request-id",
                        "openai-version",
                        "openai-processing-ms",
                        "openai-organization",
                        "retry-after",
                        "retry-after-ms");
        assertThat(facts.headers()).filteredOn(Limit.class::isInstance).hasSize(6);
    }

    @Test
    void modelsAreListedAndFound() {
        var services = new StubServices();
        assertThat(Calls.query(Calls.get("/v1/models", Map.of()), services).toString())
                .isEqualTo(
                        "{\"object\":\"list\",\"data\":[{\"id\":\"gpt-5\",\"object\":\"model\",\"created\":1754524800,\"owned_by\":\"openai\"}]}");
        assertThat(Calls.query(Calls.get("/v1/models/gpt-5", Map.of()), services)
                        .toString())
                .isEqualTo("{\"id\":\"gpt-5\",\"object\":\"model\",\"created\":1754524800,\"owned_by\":\"openai\"}");
        assertThat(Calls.query(Calls.get("/v1/models/claude-sonnet-4.5", Map.of()), services)
                        .get("created")
                        .intValue())
                .isZero();
    }

    @Test
    void aCompatibleProviderHasItsOwnFacts() {
        var compatible = ChatDialect.of(new ChatFacts("/openai/v1", "gen-", "deepseek"));
        assertThat(compatible.endpoints())
                .extracting(Endpoint::path)
                .contains("/openai/v1/chat/completions", "/openai/v1/models/{model...}")
                .allMatch(path -> path.startsWith("/openai/v1/"));
        var chat = compatible.endpoints().getFirst();
        var body = "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}";
        var operation = chat.parser().parse(Calls.post(chat.path(), body), new StubServices());
        assertThat(operation).extracting("idPrefix").isEqualTo("gen-");
        assertThat(List.copyOf(ChatDialect.limitHeaders())).hasSize(8);
    }
}
