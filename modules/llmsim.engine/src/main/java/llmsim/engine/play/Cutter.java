package llmsim.engine.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import llmsim.api.content.Part;
import llmsim.api.prompt.OutputLimits;
import llmsim.api.reply.Completion;
import llmsim.api.reply.Finish;
import llmsim.api.token.Encoding;
import llmsim.api.token.TokenSplit;

/**
 * Cuts a completion at stop sequences and at the length limit, to the token.
 *
 * <p>The limit bounds everything that usage counts. Visible parts come first; reasoning takes what they leave, although
 * it is played before them. Immutable.
 */
public final class Cutter {
    private final Encoding encoding;
    private final OutputLimits limits;

    public Cutter(Encoding encoding, OutputLimits limits) {
        this.encoding = encoding;
        this.limits = limits;
    }

    Cut cut(Completion completion) {
        var budget = (int) Math.min(limits.maxTokens().orElse(Integer.MAX_VALUE), Integer.MAX_VALUE);
        var visible = new ArrayList<Cut.Piece>();
        var finish = completion.finish();
        for (var part : completion.parts()) {
            if (part instanceof Part.Reasoning) {
                visible.add(Cut.Piece.of(part));
                continue;
            }
            var said = say(part, budget);
            if (said.end().isPresent() && said.piece().tokens() == 0 && anythingVisible(visible)) {
                finish = said.end().get();
                break;
            }
            visible.add(said.piece());
            budget -= said.piece().tokens();
            if (said.end().isPresent()) {
                finish = said.end().get();
                break;
            }
        }
        return new Cut(withReasoning(visible, budget), finish);
    }

    // A part of which nothing can be said is left out, unless the answer would be empty without it.
    private static boolean anythingVisible(List<Cut.Piece> pieces) {
        return pieces.stream().anyMatch(piece -> !(piece.part() instanceof Part.Reasoning));
    }

    private List<Cut.Piece> withReasoning(List<Cut.Piece> pieces, int left) {
        var budget = left;
        var all = new ArrayList<Cut.Piece>();
        for (var piece : pieces) {
            if (piece.part() instanceof Part.Reasoning reasoning) {
                var said = reason(reasoning, budget);
                budget -= said.tokens();
                all.add(said);
            } else {
                all.add(piece);
            }
        }
        return all;
    }

    private Cut.Piece reason(Part.Reasoning reasoning, int budget) {
        var shown = within(encoding.split(reasoning.text()), budget);
        var hidden = Math.min(reasoning.hiddenTokens(), budget - shown.tokens());
        var summary = summary(reasoning, hidden + shown.tokens());
        var part = new Part.Reasoning(shown.split().text(), summary, hidden + shown.lost(), reasoning.opaque());
        return new Cut.Piece(part, shown.split(), hidden, shown.lost());
    }

    /** What is left of the reasoning has its share of the words. */
    private String summary(Part.Reasoning reasoning, int thought) {
        var summary = reasoning.summary();
        if (summary.isEmpty() || thought == 0) {
            return "";
        }
        var whole = encoding.count(reasoning.text()) + reasoning.hiddenTokens();
        return thought == whole
                ? summary
                : FirstWords.of(summary, (int) Math.ceil((double) FirstWords.count(summary) * thought / whole));
    }

    private Said say(Part part, int budget) {
        return switch (part) {
            case Part.Text(var text) -> text(text, budget);
            case Part.Refusal(var text) -> {
                var shown = within(encoding.split(text), budget);
                yield shown.said(new Part.Refusal(shown.split().text()), 0);
            }
            case Part.ToolCall call -> toolCall(call, budget);
            case Part.Audio audio -> audio(audio, budget);
            case Part.Reasoning _, Part.ToolResult _, Part.Image _, Part.File _, Part.Open _ ->
                new Said(Cut.Piece.of(part), Optional.empty());
        };
    }

    private Said text(String text, int budget) {
        var stop = StopSequences.firstIn(text, limits.stop());
        var before = stop.map(found -> text.substring(0, found.at())).orElse(text);
        var shown = within(encoding.split(before), budget);
        var said = shown.said(new Part.Text(shown.split().text()), 0);
        return said.end().isPresent() || stop.isEmpty()
                ? said
                : new Said(said.piece(), Optional.of(Finish.at(stop.get().sequence())));
    }

    private Said toolCall(Part.ToolCall call, int budget) {
        var name = encoding.count(call.name());
        if (name > budget) {
            var begun = new Part.ToolCall(call.id(), call.name(), "");
            return new Said(new Cut.Piece(begun, Cut.NO_TEXT, budget, 0), Optional.of(Finish.LENGTH));
        }
        var shown = within(encoding.split(call.arguments()), budget - name);
        return shown.said(
                new Part.ToolCall(call.id(), call.name(), shown.split().text()), name);
    }

    private static Said audio(Part.Audio audio, int budget) {
        var sound = new Sound(audio);
        return new Said(
                Cut.Piece.of(sound.first(budget)),
                sound.tokens() <= budget ? Optional.empty() : Optional.of(Finish.LENGTH));
    }

    private static Shown within(TokenSplit split, int budget) {
        if (split.tokens() <= budget) {
            return new Shown(split, 0, false);
        }
        var prefix = prefix(split, split.piecesWithin(budget));
        return new Shown(prefix, budget - prefix.tokens(), true);
    }

    private static TokenSplit prefix(TokenSplit split, int pieces) {
        if (pieces == 0) {
            return Cut.NO_TEXT;
        }
        var ends = new int[pieces];
        var tokens = new int[pieces];
        for (var i = 0; i < pieces; i++) {
            ends[i] = split.end(i);
            tokens[i] = split.tokensBefore(i) + split.tokens(i);
        }
        return new TokenSplit(split.text().substring(0, ends[pieces - 1]), ends, tokens);
    }

    /** What fits of a text; {@code lost} tokens went into a code point that did not fit whole. */
    private record Shown(TokenSplit split, int lost, boolean cut) {
        int tokens() {
            return split.tokens() + lost;
        }

        Said said(Part part, int hiddenBefore) {
            var piece = new Cut.Piece(part, split, hiddenBefore, lost);
            return new Said(piece, cut ? Optional.of(Finish.LENGTH) : Optional.empty());
        }
    }

    /** A visible part, and why nothing may follow it. */
    private record Said(Cut.Piece piece, Optional<Finish> end) {}
}
