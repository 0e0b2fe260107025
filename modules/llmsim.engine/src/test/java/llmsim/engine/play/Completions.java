package llmsim.engine.play;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import llmsim.api.content.Bytes;
import llmsim.api.content.Media;
import llmsim.api.content.Part;
import llmsim.api.prompt.OutputLimits;
import llmsim.api.reply.Completion;
import llmsim.api.reply.Finish;
import llmsim.api.reply.FinishReason;
import llmsim.api.reply.Reply;
import llmsim.engine.trial.SteadyProfile;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import tools.jackson.databind.json.JsonMapper;

/** Replies of every shape, with texts that are hard to cut; and limits and paces for them. */
final class Completions extends DomainContextBase {
    private static final List<String> PIECES = List.of(
            "Hello",
            " world",
            " the",
            "\n\n",
            " 42",
            "\"quoted\"",
            "\\",
            "👋",
            "👨‍👩‍👧‍👦",
            "🇩🇪",
            "你好",
            "日本語",
            "ß",
            "é",
            "e\u0301",
            "\u0000",
            "\u2028",
            " supercalifragilistic",
            "<|endoftext|>",
            "\ud83d",
            "\udc4b",
            "𝔘",
            "ทดสอบ",
            "  ",
            "STOP");

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(PIECES).list().ofMaxSize(12).map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<Reply> replies() {
        return completions().list().ofMinSize(1).ofMaxSize(3).map(Reply::new);
    }

    @Provide
    Arbitrary<OutputLimits> limits() {
        var most = Arbitraries.longs().between(0, 40).optional().map(Completions::toLong);
        var stops =
                Arbitraries.of("STOP", " ", "\n", "👋", "好", "he", "").list().ofMaxSize(2);
        return Combinators.combine(most, stops).as(OutputLimits::new);
    }

    @Provide
    Arbitrary<SteadyProfile> paces() {
        var times = Arbitraries.longs().between(0, 50);
        return Combinators.combine(times, times, Arbitraries.of(1, 1, 1, 2, 3, 7, Integer.MAX_VALUE))
                .as(SteadyProfile::new);
    }

    private Arbitrary<Completion> completions() {
        var finish = Arbitraries.of(Finish.STOP, Finish.TOOL_CALLS, Finish.of(FinishReason.REFUSAL));
        return Combinators.combine(parts().list().ofMaxSize(4), finish).as(Completion::new);
    }

    private Arbitrary<Part> parts() {
        return Arbitraries.oneOf(
                texts().map(Part.Text::new),
                texts().map(Part.Text::new),
                texts().map(Part.Refusal::new),
                texts().map(text -> new Part.ToolCall("call_1", "get_weather", text)),
                reasoning(),
                Arbitraries.integers().between(0, 20_000).map(Completions::sound),
                Arbitraries.of(
                        new Part.Image(new Media.Link("https://example.com/x.png"), Part.Detail.LOW),
                        new Part.Unknown("video", JsonMapper.shared().createObjectNode())));
    }

    private Arbitrary<Part> reasoning() {
        return Combinators.combine(
                        texts(), texts(), Arbitraries.integers().between(0, 30), Arbitraries.of("", "sealed"))
                .as((text, summary, hidden, opaque) -> new Part.Reasoning(
                        text, summary, hidden, opaque.isEmpty() ? Optional.empty() : Optional.of(opaque)));
    }

    private static Part sound(int length) {
        return new Part.Audio(new Media.Inline("audio/wav", Bytes.owned(new byte[length])), Optional.empty());
    }

    private static OptionalLong toLong(Optional<Long> number) {
        return number.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }
}
