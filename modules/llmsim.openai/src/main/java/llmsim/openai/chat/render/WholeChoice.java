package llmsim.openai.chat.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import llmsim.api.content.Part;
import llmsim.api.reply.Finish;
import llmsim.api.reply.ReplyEvent.TextDelta;
import llmsim.api.reply.TokenLogprob;
import llmsim.openai.chat.wire.ChatCompletion.ChatCompletionMessage;
import llmsim.openai.chat.wire.ChatCompletion.Choice;
import llmsim.openai.chat.wire.ChatCompletionMessageToolCall;
import llmsim.openai.chat.wire.ChatCompletionMessageToolCall.FunctionCall;
import llmsim.openai.chat.wire.ChoiceLogprobs;
import org.jspecify.annotations.Nullable;

/** One choice of a whole answer, as it grows. */
final class WholeChoice {
    private final int index;
    private final ChatOptions options;
    private final boolean withLogprobs;
    private final List<TokenLogprob> contentLogprobs = new ArrayList<>();
    private final List<TokenLogprob> refusalLogprobs = new ArrayList<>();
    private final List<ChatCompletionMessageToolCall> calls = new ArrayList<>();
    private final Map<Integer, List<TokenLogprob>> logprobsOfParts = new HashMap<>();
    private boolean begun;
    private @Nullable String content = "";
    private @Nullable String refusal;
    private Finish finish = Finish.STOP;

    WholeChoice(int index, ChatOptions options, boolean withLogprobs) {
        this.index = index;
        this.options = options;
        this.withLogprobs = withLogprobs;
    }

    /** As in a stream, content is null rather than empty if the first thing that is seen is no text. */
    void opened(int part, Part opening) {
        switch (opening) {
            case Part.Text _ -> {
                begun = true;
                logprobsOfParts.put(part, contentLogprobs);
            }
            case Part.Refusal _ -> {
                beginWithoutText();
                logprobsOfParts.put(part, refusalLogprobs);
            }
            case Part.ToolCall _ -> beginWithoutText();
            case Part.Reasoning _, Part.ToolResult _, Part.Image _, Part.Audio _, Part.File _, Part.Open _ -> {}
        }
    }

    private void beginWithoutText() {
        if (!begun) {
            begun = true;
            content = null;
        }
    }

    void text(TextDelta delta) {
        var logprobs = logprobsOfParts.get(delta.part());
        if (logprobs != null) {
            logprobs.addAll(delta.logprobs());
        }
    }

    void done(Part whole) {
        switch (whole) {
            case Part.Text(var text) -> content = joined(content, text);
            case Part.Refusal(var text) -> refusal = joined(refusal, text);
            case Part.ToolCall call -> calls.add(wire(call));
            case Part.Reasoning _, Part.ToolResult _, Part.Image _, Part.Audio _, Part.File _, Part.Open _ -> {}
        }
    }

    private static @Nullable String joined(@Nullable String before, String text) {
        return before == null ? (text.isEmpty() ? null : text) : before + text;
    }

    private ChatCompletionMessageToolCall wire(Part.ToolCall call) {
        return options.customTools().contains(call.name())
                ? ChatCompletionMessageToolCall.custom(call.id(), call.name(), call.arguments())
                : ChatCompletionMessageToolCall.function(call.id(), call.name(), call.arguments());
    }

    void finished(Finish how) {
        finish = how;
    }

    Choice wire() {
        return new Choice(index, message(), logprobs(), FinishReasons.wire(finish, options));
    }

    private ChatCompletionMessage message() {
        var legacy = options.legacyFunctions();
        return new ChatCompletionMessage(
                "assistant",
                content,
                calls.isEmpty() || legacy ? null : List.copyOf(calls),
                legacy ? legacyCall() : null,
                refusal,
                List.of());
    }

    private @Nullable FunctionCall legacyCall() {
        return calls.isEmpty() ? null : calls.getFirst().function();
    }

    private @Nullable ChoiceLogprobs logprobs() {
        return withLogprobs ? Logprobs.ofBoth(contentLogprobs, refusalLogprobs) : null;
    }
}
