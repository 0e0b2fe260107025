import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.errors.BadRequestException;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.chat.completions.ChatCompletionCreateParams;

/** A whole answer, a stream, and an error, with the official SDK. */
final class Chat {
    private Chat() {}

    public static void main(String[] args) {
        var base = System.getenv().getOrDefault("LLMSIM_URL", "http://localhost:8080");
        var client = OpenAIOkHttpClient.builder()
                .baseUrl(base + "/openai/v1")
                .apiKey("any")
                .responseValidation(true)
                .build();
        var hello = ChatCompletionCreateParams.builder()
                .model("gpt-5")
                .addUserMessage("Hello")
                .maxCompletionTokens(12)
                .build();

        var answer = client.chat().completions().create(hello);
        var choice = answer.choices().getFirst();
        System.out.println("whole:    " + choice.message().content().orElse("") + " | " + choice.finishReason());

        var accumulator = ChatCompletionAccumulator.create();
        System.out.print("streamed: ");
        try (var stream = client.chat().completions().createStreaming(hello)) {
            stream.stream()
                    .peek(accumulator::accumulate)
                    .flatMap(chunk -> chunk.choices().stream())
                    .flatMap(part -> part.delta().content().stream())
                    .forEach(System.out::print);
        }
        System.out.println(" | "
                + accumulator.chatCompletion().choices().getFirst().finishReason());

        try {
            client.chat().completions().create(hello.toBuilder().temperature(3).build());
        } catch (BadRequestException error) {
            System.out.println("error:    " + error.code().orElse("") + " " + error.getMessage());
        }
        client.close();
    }
}
