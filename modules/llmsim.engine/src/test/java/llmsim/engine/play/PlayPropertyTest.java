package llmsim.engine.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import llmsim.api.content.Part;
import llmsim.api.exchange.Outcome;
import llmsim.api.prompt.OutputLimits;
import llmsim.api.reply.Completion;
import llmsim.api.reply.Finish;
import llmsim.api.reply.FinishReason;
import llmsim.api.reply.Reply;
import llmsim.api.reply.ReplyEvent;
import llmsim.engine.trial.Rig;
import llmsim.engine.trial.SteadyProfile;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What holds for every reply, however it is limited and paced. */
@Domain(Completions.class)
@Domain(DomainContext.Global.class)
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class PlayPropertyTest {

    @Property(tries = 400)
    void eventsObeyTheGrammarAndTheirDeltasAreTheParts(
            @ForAll Reply reply, @ForAll OutputLimits limits, @ForAll SteadyProfile pace) {
        var played = Played.of(reply, Played.Way.streamed(pace).within(limits));

        assertThat(Grammar.read(played.events()).choices())
                .isEqualTo(reply.choices().size());
        assertThat(played.exchange().outcome()).isEqualTo(new Outcome.Done());
        assertThat(played.exchange().inOrder()).isTrue();
    }

    @Property(tries = 300)
    void usageIsOneNumber(@ForAll Reply reply, @ForAll OutputLimits limits, @ForAll SteadyProfile pace) {
        var played = Played.of(reply, Played.Way.streamed(pace).within(limits));
        var deltas = played.events(ReplyEvent.Delta.class);

        assertThat(played.usage().completionTokens())
                .isEqualTo(deltas.stream().mapToLong(ReplyEvent.Delta::tokens).sum())
                .isEqualTo(played.exchange().usage().completionTokens())
                .isEqualTo(played.exchange().tokens());
        assertThat(played.usage()).isEqualTo(played.exchange().usage());
        assertThat(played.usage().reasoningTokens())
                .isLessThanOrEqualTo(played.usage().completionTokens());
    }

    @Property(tries = 300)
    void wholeAndStreamedAreTheSameEventsAndEndTogether(
            @ForAll Reply reply, @ForAll OutputLimits limits, @ForAll SteadyProfile pace, @ForAll boolean thinking) {
        var way = Played.Way.streamed(pace).within(limits);
        way = thinking ? way.thinking() : way;
        var streamed = Played.of(reply, way);
        var whole = Played.of(reply, way.whole());

        assertThat(whole.events()).isEqualTo(streamed.events());
        assertThat(whole.usage()).isEqualTo(streamed.usage());
        assertThat(whole.reached().endedAt()).isEqualTo(streamed.reached().endedAt());
        assertThat(whole.reached().frames()).hasSize(1);
    }

    @Property(tries = 300)
    void aLimitIsMetToTheToken(@ForAll Reply reply, @ForAll OutputLimits limits) {
        var free = Played.of(reply, Played.Way.streamed(Rig.STEADY).within(withoutLimit(limits)));
        var cut = Played.of(reply, Played.Way.streamed(Rig.STEADY).within(limits));
        for (var choice = 0; choice < reply.choices().size(); choice++) {
            var all = tokens(free, choice);
            var most = limits.maxTokens().orElse(Long.MAX_VALUE);

            assertThat(tokens(cut, choice)).isEqualTo(Math.min(all, most));
            assertThat(Grammar.read(cut.events()).finish(choice))
                    .isEqualTo(
                            visible(free, choice) > most
                                    ? Finish.LENGTH
                                    : Grammar.read(free.events()).finish(choice));
        }
    }

    @Property(tries = 300)
    void aCutReplyIsAPrefixOfTheUncutOne(@ForAll Reply reply, @ForAll OutputLimits limits) {
        var free =
                Grammar.read(Played.of(reply, Played.Way.streamed(Rig.STEADY)).events());
        var cut = Grammar.read(
                Played.of(reply, Played.Way.streamed(Rig.STEADY).within(limits)).events());
        for (var choice = 0; choice < reply.choices().size(); choice++) {
            var before = visible(free.parts(choice));
            var after = visible(cut.parts(choice));
            assertThat(before).hasSizeGreaterThanOrEqualTo(after.size());
            for (var i = 0; i < after.size(); i++) {
                assertThat(before.get(i)).startsWith(after.get(i));
                if (i < after.size() - 1) {
                    assertThat(before.get(i)).isEqualTo(after.get(i));
                }
            }
        }
    }

    @Property(tries = 300)
    void aStopSequenceIsNeverSaid(@ForAll Reply reply, @ForAll OutputLimits limits) {
        var grammar = Grammar.read(
                Played.of(reply, Played.Way.streamed(Rig.STEADY).within(limits)).events());
        for (var choice = 0; choice < reply.choices().size(); choice++) {
            for (var part : grammar.parts(choice)) {
                for (var stop : limits.stop()) {
                    assertThat(part instanceof Part.Text(var text) && !stop.isEmpty() && text.contains(stop))
                            .isFalse();
                }
            }
            var finish = grammar.finish(choice);
            if (finish.reason() == FinishReason.STOP_SEQUENCE) {
                assertThat(limits.stop()).contains(finish.detail().orElseThrow());
            }
        }
    }

    @Property(tries = 300)
    void everyDeltaIsDueOneGapAfterTheOneBefore(@ForAll Reply reply, @ForAll SteadyProfile pace) {
        var played = Played.of(reply, Played.Way.streamed(pace));
        for (var choice = 0; choice < reply.choices().size(); choice++) {
            var due = TimeUnit.MILLISECONDS.toNanos(pace.ttft());
            for (var at : said(played, choice)) {
                assertThat(at).isEqualTo(due);
                due += TimeUnit.MILLISECONDS.toNanos(pace.gap());
            }
        }
        assertThat(played.heard().stream().map(Played.At::nanos)).isSorted();
    }

    @Property(tries = 200)
    void oneEventCarriesAsManyTokensAsThePaceSays(@ForAll Reply reply, @ForAll SteadyProfile pace) {
        var played = Played.of(reply, Played.Way.streamed(pace));
        for (var delta : played.events(ReplyEvent.TextDelta.class)) {
            // A code point of several tokens is never cut, so a delta of one code point may have more.
            assertThat(delta.tokens() <= pace.tokens()
                            || delta.text().codePointCount(0, delta.text().length()) <= 2)
                    .isTrue();
            assertThat(delta.text()).isNotEmpty();
        }
    }

    @Property(tries = 100)
    void reasoningTakesItsTimeIfItShall(@ForAll SteadyProfile pace) {
        var hidden = 25;
        var reply = Reply.of(
                new Completion(List.of(Part.Reasoning.hidden(hidden), new Part.Text("Hello there")), Finish.STOP));
        var quick = Played.of(reply, Played.Way.streamed(pace));
        var slow = Played.of(reply, Played.Way.streamed(pace).thinking());

        assertThat(slow.events()).isEqualTo(quick.events());
        assertThat(said(slow, 0).getFirst() - said(quick, 0).getFirst())
                .isEqualTo(TimeUnit.MILLISECONDS.toNanos(Math.ceilDiv(hidden, pace.tokens()) * pace.gap()));
    }

    private static List<Long> said(Played played, int choice) {
        var times = new ArrayList<Long>();
        for (var at : played.heard()) {
            if ((at.event() instanceof ReplyEvent.TextDelta text && text.choice() == choice)
                    || (at.event() instanceof ReplyEvent.BytesDelta bytes && bytes.choice() == choice)) {
                times.add(at.nanos());
            }
        }
        return times;
    }

    private static OutputLimits withoutLimit(OutputLimits limits) {
        return new OutputLimits(OptionalLong.empty(), limits.stop());
    }

    private static long tokens(Played played, int choice) {
        return played.events(ReplyEvent.Delta.class).stream()
                .filter(delta -> delta.choice() == choice)
                .mapToLong(ReplyEvent.Delta::tokens)
                .sum();
    }

    private static long visible(Played played, int choice) {
        var reasoning = played.events(ReplyEvent.PartStarted.class).stream()
                .filter(begun -> begun.choice() == choice && begun.opening() instanceof Part.Reasoning)
                .map(ReplyEvent.PartStarted::part)
                .toList();
        return played.events(ReplyEvent.Delta.class).stream()
                .filter(delta -> delta.choice() == choice && !reasoning.contains(delta.part()))
                .mapToLong(ReplyEvent.Delta::tokens)
                .sum();
    }

    private static List<String> visible(List<Part> parts) {
        return parts.stream()
                .filter(part -> !(part instanceof Part.Reasoning))
                .map(part -> switch (part) {
                    case Part.Text(var text) -> text;
                    case Part.Refusal(var text) -> text;
                    case Part.ToolCall call -> call.arguments();
                    default -> "";
                })
                .toList();
    }
}
