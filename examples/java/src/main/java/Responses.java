import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.errors.BadRequestException;
import com.openai.helpers.ResponseAccumulator;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseOutputText;
import java.util.stream.Collectors;

/** The Responses API with the official SDK: an answer, a stream that goes on from it, and an error. */
final class Responses {
    private Responses() {}

    public static void main(String[] args) {
        var base = System.getenv().getOrDefault("LLMSIM_URL", "http://localhost:8080");
        var client = OpenAIOkHttpClient.builder()
                .baseUrl(base + "/openai/v1")
                .apiKey("any")
                .responseValidation(true)
                .build();

        var hello = ResponseCreateParams.builder().model("gpt-5").input("Hello").build();
        var first = client.responses().create(hello);
        System.out.println("whole:    " + text(first) + " | " + first.status().orElseThrow());

        var next = hello.toBuilder().previousResponseId(first.id()).build();
        var accumulator = ResponseAccumulator.create();
        System.out.print("streamed: ");
        try (var stream = client.responses().createStreaming(next)) {
            stream.stream()
                    .peek(accumulator::accumulate)
                    .flatMap(event -> event.outputTextDelta().stream())
                    .forEach(delta -> System.out.print(delta.delta()));
        }
        System.out.println(" | " + accumulator.response().status().orElseThrow());

        try {
            client.responses()
                    .create(hello.toBuilder().previousResponseId("resp_nobody").build());
        } catch (BadRequestException error) {
            System.out.println("error:    " + error.code().orElse("") + " " + error.getMessage());
        }
        client.close();
    }

    private static String text(Response response) {
        return response.output().stream()
                .flatMap(item -> item.message().stream())
                .flatMap(message -> message.content().stream())
                .flatMap(content -> content.outputText().stream())
                .map(ResponseOutputText::text)
                .collect(Collectors.joining());
    }
}
