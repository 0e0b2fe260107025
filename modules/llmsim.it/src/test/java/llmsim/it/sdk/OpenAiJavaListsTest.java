package llmsim.it.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.core.JsonValue;
import com.openai.errors.NotFoundException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams.Metadata;
import com.openai.models.chat.completions.ChatCompletionListParams;
import com.openai.models.chat.completions.ChatCompletionStoreMessage;
import com.openai.models.models.Model;
import java.util.List;
import java.util.stream.IntStream;
import llmsim.testkit.BaseUri;
import llmsim.testkit.LlmSimTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Models, and completions that were stored. */
@LlmSimTest
class OpenAiJavaListsTest {
    private OpenAIClient client;

    @BeforeEach
    void connect(@BaseUri("openai") String base) {
        client = Clients.openAi(base);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void listsModels() {
        var models = client.models().list().autoPager().stream().toList();

        assertThat(models)
                .extracting(Model::id)
                .contains("gpt-5", "gpt-4o", "o3")
                .doesNotHaveDuplicates();
        assertThat(models)
                .allSatisfy(model ->
                        assertThat(client.models().retrieve(model.id()).id()).isEqualTo(model.id()));
    }

    @Test
    @LlmSimTest("models.available=gpt-4o,gpt-5")
    void listsOnlyAvailableModels() {
        assertThat(client.models().list().autoPager().stream().map(Model::id))
                .containsExactlyInAnyOrder("gpt-4o", "gpt-5");
    }

    @Test
    @LlmSimTest("models.available=acme/gpt-4o")
    void namesOfModelsMayHaveSlashes() {
        assertThat(client.models().retrieve("acme/gpt-4o").id()).isEqualTo("acme/gpt-4o");
        assertThatThrownBy(() -> client.models().retrieve("acme/gpt-17"))
                .isInstanceOfSatisfying(
                        NotFoundException.class, e -> assertThat(e.code()).contains("model_not_found"));
    }

    @Test
    void anUnknownModelIsNotFound() {
        assertThatThrownBy(() -> client.models().retrieve("gpt-17"))
                .isInstanceOfSatisfying(
                        NotFoundException.class, e -> assertThat(e.code()).contains("model_not_found"));
    }

    @Test
    void keepsWhatShallBeStored() {
        var created = store("stored");
        var found = client.chat().completions().retrieve(created.id());

        assertThat(Clients.texts(found)).isEqualTo(Clients.texts(created));
        assertThat(found.usage()).isEqualTo(created.usage());
        assertThat(messages(created.id()))
                .singleElement()
                .satisfies(message -> assertThat(message.content()).contains("Hello!"));
    }

    /** Without validation: the SDK takes a message's role for {@code assistant}, whatever the provider's own example says. */
    private List<ChatCompletionStoreMessage> messages(String id) {
        return client
                .withOptions(options -> options.responseValidation(false))
                .chat()
                .completions()
                .messages()
                .list(id)
                .autoPager()
                .stream()
                .toList();
    }

    @Test
    void listsAllPages() {
        var created = IntStream.range(0, 7).mapToObj(_ -> store("paged").id()).toList();
        var params = ChatCompletionListParams.builder()
                .limit(3)
                .metadata(ChatCompletionListParams.Metadata.builder()
                        .putAdditionalProperty("test", "paged")
                        .build())
                .build();

        assertThat(ids(params)).containsExactlyElementsOf(created);
        assertThat(ids(params.toBuilder()
                        .order(ChatCompletionListParams.Order.DESC)
                        .build()))
                .containsExactlyElementsOf(created.reversed());
    }

    private List<String> ids(ChatCompletionListParams params) {
        return client.chat().completions().list(params).autoPager().stream()
                .map(ChatCompletion::id)
                .toList();
    }

    @Test
    void deletes() {
        var id = store("deleted").id();

        assertThat(client.chat().completions().delete(id).deleted()).isTrue();
        assertThatThrownBy(() -> client.chat().completions().retrieve(id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> client.chat().completions().delete(id)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void keepsNothingElse() {
        var id = client.chat().completions().create(Clients.hello().build()).id();

        assertThatThrownBy(() -> client.chat().completions().retrieve(id)).isInstanceOf(NotFoundException.class);
    }

    private ChatCompletion store(String test) {
        return client.chat()
                .completions()
                .create(Clients.hello()
                        .store(true)
                        .metadata(Metadata.builder()
                                .putAdditionalProperty("test", JsonValue.from(test))
                                .build())
                        .build());
    }
}
