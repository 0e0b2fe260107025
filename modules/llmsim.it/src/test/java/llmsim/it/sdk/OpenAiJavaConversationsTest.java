package llmsim.it.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.core.JsonValue;
import com.openai.errors.NotFoundException;
import com.openai.models.conversations.ConversationCreateParams;
import com.openai.models.conversations.ConversationUpdateParams;
import com.openai.models.conversations.items.ConversationItem;
import com.openai.models.conversations.items.ItemCreateParams;
import com.openai.models.conversations.items.ItemDeleteParams;
import com.openai.models.conversations.items.ItemListParams;
import com.openai.models.conversations.items.ItemRetrieveParams;
import com.openai.models.responses.EasyInputMessage;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseInputItem;
import com.openai.models.responses.ResponseRetrieveParams;
import com.openai.models.responses.ResponseStreamEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import llmsim.testkit.BaseUri;
import llmsim.testkit.LlmSimTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** openai-java's conversations, and its responses in the background, with its validation of answers on. */
@LlmSimTest({"response.target_tokens=40", "seed=1"})
class OpenAiJavaConversationsTest {
    private OpenAIClient client;

    @BeforeEach
    void connect(@BaseUri("openai") String base) {
        client = Clients.openAi(base);
    }

    @AfterEach
    void close() {
        client.close();
    }

    private String created() {
        return client.conversations()
                .create(ConversationCreateParams.builder().build())
                .id();
    }

    private static ResponseInputItem user(String text) {
        return ResponseInputItem.ofEasyInputMessage(EasyInputMessage.builder()
                .role(EasyInputMessage.Role.USER)
                .content(text)
                .build());
    }

    private List<ConversationItem> items(String conversation) {
        return client
                .conversations()
                .items()
                .list(ItemListParams.builder()
                        .conversationId(conversation)
                        .limit(2)
                        .order(ItemListParams.Order.ASC)
                        .build())
                .autoPager()
                .stream()
                .toList();
    }

    @Test
    void aConversationIsMadeChangedReadAndDeleted() {
        var id = created();
        var metadata = ConversationUpdateParams.Metadata.builder()
                .putAdditionalProperty("topic", JsonValue.from("demo"))
                .build();
        client.conversations()
                .update(ConversationUpdateParams.builder()
                        .conversationId(id)
                        .metadata(metadata)
                        .build());

        assertThat(client.conversations().retrieve(id)._metadata().toString()).contains("demo");
        assertThat(client.conversations().delete(id).deleted()).isTrue();
        assertThatThrownBy(() -> client.conversations().retrieve(id)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void itemsAreAddedListedReadAndDeleted() {
        var id = created();
        var texts = IntStream.range(0, 5).mapToObj(i -> "message " + i).toList();
        var added = client.conversations()
                .items()
                .create(ItemCreateParams.builder()
                        .conversationId(id)
                        .items(texts.stream()
                                .map(OpenAiJavaConversationsTest::user)
                                .toList())
                        .build());

        assertThat(added.data()).hasSize(5);
        assertThat(items(id))
                .extracting(item ->
                        item.asMessage().content().getFirst().asInputText().text())
                .isEqualTo(texts);
        var first = added.data().getFirst().asMessage().id();
        var read = client.conversations()
                .items()
                .retrieve(ItemRetrieveParams.builder()
                        .conversationId(id)
                        .itemId(first)
                        .build());
        assertThat(read).isEqualTo(added.data().getFirst());
        client.conversations()
                .items()
                .delete(ItemDeleteParams.builder()
                        .conversationId(id)
                        .itemId(first)
                        .build());
        assertThat(items(id)).hasSize(4);
    }

    @Test
    void responsesBelongToIt() {
        var id = created();
        for (var question : List.of("Hello", "And?")) {
            var response = client.responses()
                    .create(ResponseCreateParams.builder()
                            .model("gpt-5")
                            .input(question)
                            .conversation(id)
                            .build());
            assertThat(response.conversation().orElseThrow().id()).isEqualTo(id);
        }

        assertThat(items(id))
                .extracting(item -> item.isReasoning()
                        ? "reasoning"
                        : item.asMessage().role().toString())
                .containsExactly("user", "reasoning", "assistant", "user", "reasoning", "assistant");
    }

    @Test
    void aStreamInTheBackgroundIsTakenUpAgain() {
        var params = ResponseCreateParams.builder()
                .model("gpt-4o")
                .input("Hello")
                .background(true)
                .build();
        var events = new ArrayList<ResponseStreamEvent>();
        try (var stream = client.responses().createStreaming(params)) {
            stream.stream().limit(3).forEach(events::add);
        }
        var id = events.getFirst().asCreated().response().id();
        try (var stream = client.responses()
                .retrieveStreaming(ResponseRetrieveParams.builder()
                        .responseId(id)
                        .startingAfter(2)
                        .build())) {
            stream.stream().forEach(events::add);
        }

        var completed = events.getLast().asCompleted();
        assertThat(completed.sequenceNumber()).isEqualTo(events.size() - 1);
        assertThat(client.responses().retrieve(id)).isEqualTo(completed.response());
    }
}
