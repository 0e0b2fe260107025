package llmsim.it.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.openai.client.OpenAIClient;
import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.helpers.ResponseAccumulator;
import com.openai.models.Reasoning;
import com.openai.models.responses.EasyInputMessage;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseFunctionToolCall;
import com.openai.models.responses.ResponseIncludable;
import com.openai.models.responses.ResponseInputItem;
import com.openai.models.responses.ResponseItem;
import com.openai.models.responses.ResponseOutputItem;
import com.openai.models.responses.ResponseOutputText;
import com.openai.models.responses.ResponseStatus;
import com.openai.models.responses.ResponseStreamEvent;
import com.openai.models.responses.StructuredResponseOutputMessage;
import com.openai.models.responses.inputitems.InputItemListParams;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import llmsim.testkit.BaseUri;
import llmsim.testkit.LlmSimTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** openai-java's Responses API, with its validation of answers on. */
@LlmSimTest({"response.target_tokens=40", "seed=1"})
class OpenAiJavaResponsesTest {
    private static final String QUESTION = "What's the weather like in San Francisco?";

    @JsonClassDescription("Current weather of a city")
    static final class GetWeather {
        public String location;
    }

    static final class Person {
        public String name;
        public int age;
    }

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
    void creates() {
        var response = create(asking("Hello").build());

        assertThat(response.status()).contains(ResponseStatus.COMPLETED);
        assertThat(text(response)).isNotBlank();
        assertThat(response.usage().orElseThrow().outputTokens()).isEqualTo(40);
    }

    @Test
    void accumulatesAStreamToTheWholeResponse() {
        var params = asking("Hello")
                .model("gpt-5")
                .reasoning(
                        Reasoning.builder().summary(Reasoning.Summary.DETAILED).build())
                .addInclude(ResponseIncludable.REASONING_ENCRYPTED_CONTENT)
                .build();
        var accumulator = ResponseAccumulator.createWithSnapshots();
        var events = stream(params);
        events.forEach(accumulator::accumulate);
        var streamed = accumulator.response();
        var whole = create(params);

        assertThat(text(streamed)).isEqualTo(text(whole));
        assertThat(streamed.usage()).isEqualTo(whole.usage());
        assertThat(joined(events)).isEqualTo(text(whole));
        assertThat(streamed.output().getFirst().asReasoning().summary())
                .isEqualTo(whole.output().getFirst().asReasoning().summary())
                .isNotEmpty();
        assertThat(streamed.output().getFirst().asReasoning().encryptedContent())
                .isPresent();
        assertThat(accumulator.reconstructedResponse().output()).hasSize(2);
    }

    @Test
    void aToolIsCalledAndTheLoopEnds() {
        var first = create(asking(QUESTION).addTool(GetWeather.class).build());
        var call = onlyCall(first);
        assertThat(call.arguments(GetWeather.class).location).isEqualTo("San Francisco");

        var last = create(params().addTool(GetWeather.class)
                .previousResponseId(first.id())
                .inputOfResponse(List.of(output(call, "21 degrees")))
                .build());
        assertThat(text(last)).contains("21 degrees");
    }

    @Test
    void aLoopCanCarryItsItemsItself() {
        var items = new ArrayList<ResponseInputItem>();
        items.add(ResponseInputItem.ofEasyInputMessage(EasyInputMessage.builder()
                .role(EasyInputMessage.Role.USER)
                .content(QUESTION)
                .build()));
        var first = create(params().store(false)
                .addTool(GetWeather.class)
                .inputOfResponse(items)
                .build());
        var call = onlyCall(first);
        items.add(ResponseInputItem.ofFunctionCall(call));
        items.add(output(call, "21 degrees"));

        assertThat(text(create(params().addTool(GetWeather.class)
                        .inputOfResponse(items)
                        .build())))
                .contains("21 degrees");
    }

    @Test
    void anObjectIsFilled() {
        var response = client.responses()
                .create(asking("Who was Ada Lovelace?").text(Person.class).build());

        var person = response.output().stream()
                .flatMap(item -> item.message().stream())
                .map(StructuredResponseOutputMessage::content)
                .flatMap(List::stream)
                .map(content -> content.asOutputText())
                .findFirst()
                .orElseThrow();
        assertThat(person.name).isNotBlank();
    }

    @Test
    void aResponseIsRetrievedAndDeleted() {
        var response = create(asking("Hello").build());

        assertThat(client.responses().retrieve(response.id())).isEqualTo(response);
        client.responses().delete(response.id());
        assertThatThrownBy(() -> client.responses().retrieve(response.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void inputItemsAreListedInPages() {
        var messages = IntStream.range(0, 5)
                .mapToObj(i -> ResponseInputItem.ofEasyInputMessage(EasyInputMessage.builder()
                        .role(EasyInputMessage.Role.USER)
                        .content("message " + i)
                        .build()))
                .toList();
        var response = create(params().inputOfResponse(messages).build());

        var listed = client
                .responses()
                .inputItems()
                .list(InputItemListParams.builder()
                        .responseId(response.id())
                        .limit(2)
                        .order(InputItemListParams.Order.ASC)
                        .build())
                .autoPager()
                .stream()
                .map(ResponseItem::asResponseInputMessageItem)
                .map(item -> item.content().getFirst().asInputText().text());
        assertThat(listed).containsExactly("message 0", "message 1", "message 2", "message 3", "message 4");
    }

    @Test
    void aCutResponseIsIncomplete() {
        var response = create(asking("Hello").maxOutputTokens(16).build());

        assertThat(response.status()).contains(ResponseStatus.INCOMPLETE);
        assertThat(response.incompleteDetails().orElseThrow().reason())
                .contains(Response.IncompleteDetails.Reason.MAX_OUTPUT_TOKENS);
    }

    @Test
    void errorsNameTheirFields() {
        var hot = failure(asking("Hello").temperature(3.0).build());
        assertThat(hot.param()).contains("temperature");
        var gone = failure(asking("Hello").previousResponseId("resp_0").build());
        assertThat(gone.code()).contains("previous_response_not_found");
    }

    private BadRequestException failure(ResponseCreateParams params) {
        return catchThrowableOfType(BadRequestException.class, () -> create(params));
    }

    private Response create(ResponseCreateParams params) {
        return client.responses().create(params);
    }

    private List<ResponseStreamEvent> stream(ResponseCreateParams params) {
        try (var stream = client.responses().createStreaming(params)) {
            return stream.stream().toList();
        }
    }

    private static ResponseCreateParams.Builder params() {
        return ResponseCreateParams.builder().model("gpt-4o");
    }

    private static ResponseCreateParams.Builder asking(String question) {
        return params().input(question);
    }

    private static ResponseFunctionToolCall onlyCall(Response response) {
        var calls = response.output().stream()
                .flatMap(item -> item.functionCall().stream())
                .toList();
        assertThat(calls).hasSize(1);
        return calls.getFirst();
    }

    private static ResponseInputItem output(ResponseFunctionToolCall call, String text) {
        return ResponseInputItem.ofFunctionCallOutput(ResponseInputItem.FunctionCallOutput.builder()
                .callId(call.callId())
                .output(text)
                .build());
    }

    private static String text(Response response) {
        return response.output().stream()
                .map(ResponseOutputItem::message)
                .flatMap(message -> message.stream())
                .flatMap(message -> message.content().stream())
                .flatMap(content -> content.outputText().stream())
                .map(ResponseOutputText::text)
                .collect(Collectors.joining());
    }

    private static String joined(List<ResponseStreamEvent> events) {
        return events.stream()
                .flatMap(event -> event.outputTextDelta().stream())
                .map(delta -> delta.delta())
                .collect(Collectors.joining());
    }
}
