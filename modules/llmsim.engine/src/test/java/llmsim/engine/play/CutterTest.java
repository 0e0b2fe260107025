package llmsim.engine.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import llmsim.api.content.Bytes;
import llmsim.api.content.Media;
import llmsim.api.content.Part;
import llmsim.api.prompt.OutputLimits;
import llmsim.api.reply.Completion;
import llmsim.api.reply.Finish;
import llmsim.api.token.Encoding;
import llmsim.engine.trial.Rig;
import org.junit.jupiter.api.Test;

class CutterTest {
    private static final Encoding ENCODING = Rig.encoding();

    @Test
    void aTextThatFitsExactlyEndsByItself() {
        var cut = cut(Completion.text("one two three"), OutputLimits.ofTokens(3));

        assertThat(cut.finish()).isEqualTo(Finish.STOP);
        assertThat(cut.tokens()).isEqualTo(3);
    }

    @Test
    void oneTokenLessCutsTheLast() {
        var cut = cut(Completion.text("one two three"), OutputLimits.ofTokens(2));

        assertThat(cut.finish()).isEqualTo(Finish.LENGTH);
        assertThat(parts(cut)).containsExactly(new Part.Text("one two"));
    }

    @Test
    void aCodePointThatDoesNotFitWholeIsSpentButNotShown() {
        var emoji = "𝔘𝔫𝔦";
        assertThat(ENCODING.split(emoji).tokens(0)).isGreaterThan(1);

        var cut = cut(Completion.text(emoji), OutputLimits.ofTokens(1));

        assertThat(parts(cut)).containsExactly(new Part.Text(""));
        assertThat(cut.tokens()).isEqualTo(1);
        assertThat(cut.pieces().getFirst().hiddenAfter()).isEqualTo(1);
    }

    @Test
    void aSummaryTellsNoMoreThanWasThought() {
        var reasoning = new Part.Reasoning("", "I look at this, then at that. Now I know.", 100, Optional.empty());
        var said = Completion.of(List.of(reasoning, new Part.Text("one")));

        assertThat(summary(said, 101)).isEqualTo(reasoning.summary());
        assertThat(summary(said, 41)).isEqualTo("I look at this.");
        assertThat(summary(said, 2)).isEqualTo("I.");
        assertThat(summary(said, 1)).isEmpty();
    }

    private static String summary(Completion said, int limit) {
        return parts(cut(said, OutputLimits.ofTokens(limit))).getFirst() instanceof Part.Reasoning left
                ? left.summary()
                : "none";
    }

    @Test
    void theFirstStopSequenceInTheTextEndsIt() {
        var cut =
                cut(Completion.text("one two three"), new OutputLimits(OptionalLong.empty(), List.of("three", " two")));

        assertThat(parts(cut)).containsExactly(new Part.Text("one"));
        assertThat(cut.finish()).isEqualTo(Finish.at(" two"));
    }

    @Test
    void whatComesFirstDecides() {
        var limits = new OutputLimits(OptionalLong.of(1), List.of(" three"));

        assertThat(cut(Completion.text("one two three"), limits).finish()).isEqualTo(Finish.LENGTH);
        assertThat(cut(Completion.text("one three"), limits).finish()).isEqualTo(Finish.at(" three"));
    }

    @Test
    void noStopSequenceEndsAToolCall() {
        var call = new Part.ToolCall("1", "f", "{\"a\":\"STOP\"}");
        var cut = cut(Completion.of(List.of(call)), new OutputLimits(OptionalLong.empty(), List.of("STOP")));

        assertThat(parts(cut)).containsExactly(call);
    }

    @Test
    void reasoningTakesWhatTheVisibleLeaves() {
        var completion = Completion.of(List.of(Part.Reasoning.hidden(100), new Part.Text("one two three")));
        var cut = cut(completion, OutputLimits.ofTokens(10));

        assertThat(parts(cut)).containsExactly(Part.Reasoning.hidden(7), new Part.Text("one two three"));
        assertThat(cut.finish()).isEqualTo(Finish.STOP);
        assertThat(cut.tokens()).isEqualTo(10);
    }

    @Test
    void whatIsNotThoughtIsNotSummarized() {
        var reasoning = new Part.Reasoning("", "thought", 100, Optional.empty());
        var cut = cut(Completion.of(List.of(reasoning, new Part.Text("one two three"))), OutputLimits.ofTokens(3));

        assertThat(parts(cut)).containsExactly(Part.Reasoning.hidden(0), new Part.Text("one two three"));
    }

    @Test
    void reasoningTakesWhatACallLeaves() {
        var call = new Part.ToolCall("id", "f", "one two three");
        var cut = cut(Completion.of(List.of(Part.Reasoning.hidden(100), call)), OutputLimits.ofTokens(10));

        assertThat(parts(cut)).containsExactly(Part.Reasoning.hidden(6), call);
    }

    @Test
    void shownReasoningGoesBeforeHidden() {
        var reasoning = new Part.Reasoning("so let me think", "thought", 100, Optional.of("sealed"));
        var cut = cut(Completion.of(List.of(reasoning, new Part.Text("one"))), OutputLimits.ofTokens(7));

        assertThat(parts(cut).getFirst())
                .isEqualTo(new Part.Reasoning("so let me think", "thought", 2, Optional.of("sealed")));
    }

    @Test
    void nothingFollowsWhatWasCut() {
        var completion = Completion.of(List.of(new Part.Text("one two"), new Part.ToolCall("1", "f", "{}")));

        assertThat(parts(cut(completion, OutputLimits.ofTokens(1)))).containsExactly(new Part.Text("one"));
        assertThat(parts(cut(completion, OutputLimits.ofTokens(2)))).containsExactly(new Part.Text("one two"));
        assertThat(cut(completion, OutputLimits.ofTokens(2)).finish()).isEqualTo(Finish.LENGTH);
    }

    @Test
    void aNameThatDoesNotFitLeavesACallWithoutArguments() {
        var call = new Part.ToolCall("1", "get_current_weather_in_a_city", "{}");
        var cut = cut(Completion.of(List.of(call)), OutputLimits.ofTokens(2));

        assertThat(parts(cut)).containsExactly(new Part.ToolCall("1", call.name(), ""));
        assertThat(cut.finish()).isEqualTo(Finish.LENGTH);
        assertThat(cut.tokens()).isEqualTo(2);
    }

    @Test
    void theNameOfAToolCounts() {
        var call = new Part.ToolCall("1", "get_weather", "{\"city\":\"Paris\"}");

        assertThat(cut(Completion.of(List.of(call)), OutputLimits.NONE).tokens())
                .isEqualTo(ENCODING.count(call.name()) + ENCODING.count(call.arguments()));
    }

    @Test
    void aSoundIsCutAtItsChunks() {
        var sound = new Part.Audio(new Media.Inline("audio/wav", Bytes.owned(new byte[10_000])), Optional.of("hi"));
        var cut = cut(Completion.of(List.of(sound)), OutputLimits.ofTokens(2));

        assertThat(parts(cut))
                .containsExactly(
                        new Part.Audio(new Media.Inline("audio/wav", Bytes.owned(new byte[8192])), Optional.of("hi")));
        assertThat(cut.tokens()).isEqualTo(2);
        assertThat(cut.finish()).isEqualTo(Finish.LENGTH);
        assertThat(cut(Completion.of(List.of(sound)), OutputLimits.ofTokens(3)).finish())
                .isEqualTo(Finish.STOP);
    }

    @Test
    void aLimitBeyondAllTextsCutsNothing() {
        var cut = cut(Completion.text("one two three"), OutputLimits.ofTokens(Long.MAX_VALUE));

        assertThat(parts(cut)).containsExactly(new Part.Text("one two three"));
    }

    private static Cut cut(Completion completion, OutputLimits limits) {
        return new Cutter(ENCODING, limits).cut(completion);
    }

    private static List<Part> parts(Cut cut) {
        return cut.pieces().stream().map(Cut.Piece::part).toList();
    }
}
