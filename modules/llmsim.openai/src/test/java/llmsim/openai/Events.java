package llmsim.openai;

import java.util.ArrayList;
import java.util.List;
import llmsim.api.content.Part;
import llmsim.api.reply.Completion;
import llmsim.api.reply.Reply;
import llmsim.api.reply.ReplyEvent;
import llmsim.api.reply.ReplyEvent.ChoiceFinished;
import llmsim.api.reply.ReplyEvent.Finished;
import llmsim.api.reply.ReplyEvent.HiddenDelta;
import llmsim.api.reply.ReplyEvent.PartDone;
import llmsim.api.reply.ReplyEvent.PartStarted;
import llmsim.api.reply.ReplyEvent.Started;
import llmsim.api.reply.ReplyEvent.TextDelta;
import llmsim.api.reply.TokenLogprob;
import llmsim.api.reply.Usage;

/** Replies as the sequence of their events, three characters to a token. */
public final class Events {
    private static final int PIECE = 3;

    private Events() {}

    public static List<ReplyEvent> of(Reply reply, Usage usage, boolean logprobs) {
        var events = new ArrayList<ReplyEvent>();
        for (var choice = 0; choice < reply.choices().size(); choice++) {
            events.addAll(of(choice, reply.choices().get(choice), logprobs));
        }
        events.add(new Finished(usage));
        return events;
    }

    public static List<ReplyEvent> of(int choice, Completion completion, boolean logprobs) {
        var events = new ArrayList<ReplyEvent>();
        events.add(new Started(choice));
        for (var part = 0; part < completion.parts().size(); part++) {
            events.addAll(of(choice, part, completion.parts().get(part), logprobs));
        }
        events.add(new ChoiceFinished(choice, completion.finish()));
        return events;
    }

    private static List<ReplyEvent> of(int choice, int part, Part whole, boolean logprobs) {
        var events = new ArrayList<ReplyEvent>();
        events.add(new PartStarted(choice, part, opening(whole)));
        if (whole instanceof Part.Reasoning(var shown, var _, var hidden, var _)) {
            events.add(new HiddenDelta(choice, part, hidden));
            text(choice, part, shown, false, events);
        } else {
            text(choice, part, textOf(whole), logprobs, events);
        }
        events.add(new PartDone(choice, part, whole));
        return events;
    }

    private static void text(int choice, int part, String text, boolean logprobs, List<ReplyEvent> events) {
        var points = text.codePoints().toArray();
        for (var from = 0; from < points.length; from += PIECE) {
            var piece = new String(points, from, Math.min(PIECE, points.length - from));
            var tokens = logprobs
                    ? List.of(new TokenLogprob(piece, -0.5, List.of(new TokenLogprob.Alternative("é", -1.5))))
                    : List.<TokenLogprob>of();
            events.add(new TextDelta(choice, part, piece, 1, tokens));
        }
    }

    private static Part opening(Part whole) {
        return switch (whole) {
            case Part.Text _ -> new Part.Text("");
            case Part.Refusal _ -> new Part.Refusal("");
            case Part.ToolCall(var id, var name, var _) -> new Part.ToolCall(id, name, "");
            case Part other -> other;
        };
    }

    private static String textOf(Part whole) {
        return switch (whole) {
            case Part.Text(var text) -> text;
            case Part.Refusal(var text) -> text;
            case Part.ToolCall(var _, var _, var arguments) -> arguments;
            default -> "";
        };
    }
}
