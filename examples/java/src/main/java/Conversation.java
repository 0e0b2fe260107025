import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.conversations.ConversationCreateParams;
import com.openai.models.responses.ResponseCreateParams;

/** A conversation that the server keeps, with the official SDK. */
final class Conversation {
    private Conversation() {}

    public static void main(String[] args) {
        var base = System.getenv().getOrDefault("LLMSIM_URL", "http://localhost:8080");
        var client = OpenAIOkHttpClient.builder()
                .baseUrl(base + "/openai/v1")
                .apiKey("any")
                .responseValidation(true)
                .build();

        var conversation =
                client.conversations().create(ConversationCreateParams.builder().build());
        for (var question : new String[] {"Hello", "And then?"}) {
            var answer = client.responses()
                    .create(ResponseCreateParams.builder()
                            .model("gpt-5")
                            .input(question)
                            .conversation(conversation.id())
                            .build());
            System.out.println(
                    "answer: " + answer.usage().orElseThrow().inputTokens() + " tokens of input");
        }
        client.conversations().items().list(conversation.id()).autoPager().stream()
                .forEach(item -> System.out.println(
                        "kept:   " + (item.isMessage() ? item.asMessage().role() : "something else")));
        client.conversations().delete(conversation.id());
        client.close();
    }
}
