package llmsim.openai.chat.stored;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Operation.Keep;
import llmsim.api.json.JsonLimits;
import llmsim.api.json.JsonReader;
import llmsim.api.json.WireMapper;
import llmsim.api.render.Rendering;
import llmsim.openai.chat.render.ChatOptions;
import llmsim.openai.chat.render.WholeChat;
import llmsim.openai.chat.wire.ChatCompletion;
import llmsim.openai.chat.wire.ChatCompletionRequest;
import llmsim.openai.chat.wire.ChatCompletionStoreMessage;
import llmsim.openai.chat.wire.StoredChatCompletion;
import llmsim.openai.chat.wire.StoredCopy;

/** Copies of completions as they are stored. */
public final class StoredCopies {
    static final String COLLECTION = "chat.completions";
    private static final JsonReader READER = JsonReader.within(JsonLimits.DEFAULT);

    private StoredCopies() {}

    /** A copy to be kept of the answer to a request. */
    public static Keep keep(ChatCompletionRequest request, ChatOptions options, String requestId) {
        var rendering = Rendering.json(
                opening -> new WholeChat(opening, options, completion -> copy(request, requestId, completion)));
        return new Keep(COLLECTION, Labels.of(request.model(), metadata(request)), rendering);
    }

    static StoredCopy read(Bytes content) {
        return WireMapper.snakeCase().read(READER.read(content), StoredCopy.class);
    }

    static Bytes write(StoredCopy copy) {
        return WireMapper.snakeCase().bytes(copy);
    }

    private static Map<String, String> metadata(ChatCompletionRequest request) {
        return Objects.requireNonNullElse(request.metadata(), Map.of());
    }

    private static StoredCopy copy(ChatCompletionRequest request, String requestId, ChatCompletion completion) {
        return new StoredCopy(stored(request, requestId, completion), messages(request, completion.id()));
    }

    private static StoredChatCompletion stored(
            ChatCompletionRequest request, String requestId, ChatCompletion completion) {
        return new StoredChatCompletion(
                completion.object(),
                completion.id(),
                completion.model(),
                completion.created(),
                requestId,
                request.toolChoice(),
                completion.usage(),
                request.seed(),
                Objects.requireNonNullElse(request.topP(), 1.0),
                Objects.requireNonNullElse(request.temperature(), 1.0),
                Objects.requireNonNullElse(request.presencePenalty(), 0.0),
                Objects.requireNonNullElse(request.frequencyPenalty(), 0.0),
                completion.systemFingerprint(),
                request.user(),
                completion.serviceTier(),
                request.tools(),
                metadata(request),
                completion.choices(),
                request.responseFormat());
    }

    private static List<ChatCompletionStoreMessage> messages(ChatCompletionRequest request, String completionId) {
        return IntStream.range(0, request.messages().size())
                .mapToObj(index -> StoreMessages.of(
                        completionId + "-" + index, request.messages().get(index)))
                .toList();
    }
}
