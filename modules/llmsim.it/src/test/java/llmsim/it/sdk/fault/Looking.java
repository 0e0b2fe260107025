package llmsim.it.sdk.fault;

import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseOutputItem;
import com.openai.models.responses.ResponseStreamEvent;

/** What a usual program looks at. */
final class Looking {
    private Looking() {}

    static void at(ChatCompletionChunk chunk, Seen seen) {
        seen.usage(chunk.usage().isPresent());
        for (var choice : chunk.choices()) {
            choice.finishReason().ifPresent(reason -> seen.end(reason.asString()));
            choice.delta().content().filter(text -> !text.isEmpty()).ifPresent(seen::piece);
            choice.delta()
                    .toolCalls()
                    .ifPresent(calls -> calls.forEach(call -> {
                        seen.call(call.index());
                        call.function()
                                .flatMap(function -> function.arguments())
                                .ifPresent(seen::piece);
                    }));
        }
    }

    static void at(ChatCompletion completion, Seen seen) {
        var choice = completion.choices().getFirst();
        seen.end(choice.finishReason().asString());
        seen.usage(completion.usage().isPresent());
        choice.message().content().ifPresent(seen::piece);
        choice.message()
                .toolCalls()
                .ifPresent(calls -> calls.forEach(call -> {
                    seen.call(seen.calls());
                    call.function()
                            .ifPresent(
                                    function -> seen.piece(function.function().arguments()));
                }));
    }

    static void at(ResponseStreamEvent event, Seen seen) {
        event.outputTextDelta().ifPresent(delta -> seen.piece(delta.delta()));
        event.functionCallArgumentsDelta().ifPresent(delta -> {
            seen.call(delta.outputIndex());
            seen.piece(delta.delta());
        });
        event.completed().ifPresent(completed -> {
            seen.end("response.completed");
            seen.usage(completed.response().usage().isPresent());
        });
        event.incomplete().ifPresent(_ -> seen.end("response.incomplete"));
        event.failed().ifPresent(_ -> seen.end("response.failed"));
        event.error().ifPresent(_ -> seen.end("error"));
    }

    static void at(Response response, Seen seen) {
        response.status().ifPresent(status -> seen.end(status.asString()));
        seen.usage(response.usage().isPresent());
        response.output().forEach(item -> at(item, seen));
    }

    private static void at(ResponseOutputItem item, Seen seen) {
        item.functionCall().ifPresent(call -> {
            seen.call(seen.calls());
            seen.piece(call.arguments());
        });
        item.message()
                .ifPresent(message -> message.content()
                        .forEach(content -> content.outputText().ifPresent(text -> seen.piece(text.text()))));
    }
}
