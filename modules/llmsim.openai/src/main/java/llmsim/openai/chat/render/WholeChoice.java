package llmsim.openai.chat.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    private final List<TokenLogprob> logprobs = new ArrayList<>();
    private final List<ChatCompletionMessageToolCall> calls = new ArrayList<>();
    private final Set<Integer> seenParts = new HashSet<>();
    private @Nullable String content;
    private @Nullable String refusal;
    private Finish finish = Finish.STOP;

    WholeChoice(int index, ChatOptions options, boolean withLogprobs) {
        this.index = index;
        this.options = options;
        this.withLogprobs = withLogprobs;
    }

    void opened(int part, Part opening) {
        if (opening instanceof Part.Text || opening instanceof Part.Refusal) {
            seenParts.add(part);
        }
    }

    void text(TextDelta delta) {
        if (seenParts.contains(delta.part())) {
            logprobs.addAll(delta.logprobs());
        }
    }

    void done(Part whole) {
        switch (whole) {
            case Part.Text(var text) -> content = content == null ? text : content + text;
            case Part.Refusal(var text) -> refusal = refusal == null ? text : refusal + text;
            case Part.ToolCall call -> calls.add(wire(call));
            case Part.Reasoning _, Part.ToolResult _, Part.Image _, Part.Audio _, Part.File _, Part.Open _ -> {}
        }
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
        return new Choice(index, message(), logprobs(), FinishReasons.wire(finish, options.legacyFunctions()));
    }

    private ChatCompletionMessage message() {
        var legacy = options.legacyFunctions();
        return new ChatCompletionMessage(
                "assistant",
                content == null && refusal == null && calls.isEmpty() ? "" : content,
                calls.isEmpty() || legacy ? null : List.copyOf(calls),
                legacy ? legacyCall() : null,
                refusal,
                List.of());
    }

    private @Nullable FunctionCall legacyCall() {
        return calls.isEmpty() ? null : calls.getFirst().function();
    }

    private @Nullable ChoiceLogprobs logprobs() {
        if (!withLogprobs) {
            return null;
        }
        return content == null && refusal != null ? Logprobs.ofRefusal(logprobs) : Logprobs.ofContent(logprobs);
    }
}
