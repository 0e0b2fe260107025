package llmsim.engine.script;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import llmsim.api.content.Part;
import llmsim.api.reply.Completion;
import llmsim.api.reply.Decision;
import llmsim.api.reply.Reply;
import llmsim.engine.source.Source.Asked;

/** A turn that was taken for a request, as parts of a reply. */
record Performed(Asked asked, CallIds ids) {

    /** What the turn says, in every choice that the request wants. */
    Decision decision(Turn.Content content) {
        return switch (content) {
            case Turn.Assistant(var text) -> reply(text, List.of());
            case Turn.ToolCalls(var calls) -> reply("", calls);
            case Turn.Mixed(var text, var calls) -> reply(text, calls);
            case Turn.Failure(var error) -> new Decision.Refuse(error.problem());
        };
    }

    private Reply reply(String text, List<ScriptedCall> calls) {
        return new Reply(IntStream.range(0, asked.request().choices())
                .mapToObj(choice -> completion(text, calls, choice))
                .toList());
    }

    private Completion completion(String text, List<ScriptedCall> calls, int choice) {
        var parts = new ArrayList<Part>();
        if (!text.isEmpty() || calls.isEmpty()) {
            parts.add(new Part.Text(text));
        }
        for (var i = 0; i < calls.size(); i++) {
            // The count goes on from choice to choice, for each id must be there once.
            parts.add(call(calls.get(i), choice * calls.size() + i));
        }
        return Completion.of(parts);
    }

    private Part call(ScriptedCall call, int number) {
        var prefix = asked.facts().toolCallIds().prefix();
        return call.part(
                call.id().orElseGet(() -> ids.id(prefix, number)),
                asked.request().prompt());
    }
}
