package llmsim.openai.chat;

import java.util.List;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.ModelPlace;
import llmsim.api.dialect.Operation;
import llmsim.api.dialect.Operation.Generation;
import llmsim.api.dialect.Operation.Keep;
import llmsim.api.dialect.Operation.Play;
import llmsim.api.dialect.Services;
import llmsim.api.exchange.Call;
import llmsim.api.render.Rendering;
import llmsim.openai.chat.render.ChatOptions;
import llmsim.openai.chat.render.StreamedChat;
import llmsim.openai.chat.render.WholeChat;
import llmsim.openai.chat.request.ChatRequests;
import llmsim.openai.chat.stored.StoredCopies;
import llmsim.openai.chat.wire.ChatCompletionRequest;
import llmsim.openai.error.Explainer;
import llmsim.openai.error.FieldNames;

/** {@code POST /chat/completions}. */
final class ChatCompletions {
    private final ChatFacts facts;

    ChatCompletions(ChatFacts facts) {
        this.facts = facts;
    }

    Endpoint endpoint() {
        return new Endpoint(Call.Method.POST, facts.basePath() + "/chat/completions", "completions", this::parse)
                .naming(new ModelPlace.Field("model"));
    }

    private Operation parse(Call call, Services services) {
        var request = ChatRequests.read(call.body());
        var options = ChatOptions.of(request, problem -> Explainer.response(problem, call, FieldNames.CHAT));
        var keeps = request.stored() ? List.of(StoredCopies.keep(request, options, call.id())) : List.<Keep>of();
        return new Generation(
                ChatRequests.neutral(request), facts.idPrefix(), rendering(request, options), keeps, new Play.Live());
    }

    private static Rendering rendering(ChatCompletionRequest request, ChatOptions options) {
        return request.streamed()
                ? Rendering.sse(opening -> new StreamedChat(opening, options))
                : Rendering.json(opening -> new WholeChat(opening, options, completion -> completion));
    }
}
