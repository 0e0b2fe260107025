package llmsim.engine.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import llmsim.api.content.Part;
import llmsim.api.prompt.Prompt;
import llmsim.api.prompt.ReasoningDemand;
import llmsim.api.prompt.SimRequest;
import llmsim.api.reply.Completion;
import llmsim.api.reply.Reply;
import llmsim.api.reply.ReplyEvent;
import llmsim.api.spi.GenerationContext;
import llmsim.api.spi.ResponseGenerator;
import llmsim.engine.random.Draws;
import llmsim.engine.random.Randomness;
import llmsim.engine.random.RunSeed;
import llmsim.engine.trial.Rig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesTest {
    private final Thinking thinking = new Thinking(Rig.encoding(), draws());

    private static Draws draws() {
        return new Randomness(RunSeed.of(OptionalLong.of(1))).admit(SimRequest.of("m", "x"), "");
    }

    @ParameterizedTest
    @CsvSource({"MINIMAL, 2", "LOW, 5", "MEDIUM, 9", "HIGH, 18", "XHIGH, 30"})
    void anEffortIsAMultipleOfWhatIsSaid(ReasoningDemand.Effort effort, int tokens) {
        var reply = Reply.of(Completion.text("one two three"));

        assertThat(think(reply, effort))
                .isEqualTo(Reply.of(
                        Completion.of(List.of(Part.Reasoning.hidden(tokens), new Part.Text("one two three")))));
    }

    @ParameterizedTest
    @CsvSource({"CONCISE, 15", "AUTO, 30", "DETAILED, 45"})
    void aSummaryIsAShareOfTheReasoningInWords(ReasoningDemand.Summary kind, int words) {
        var demand = demand(ReasoningDemand.Effort.HIGH, OptionalInt.empty(), kind);
        var reasoning = reasoning(demand, " one".repeat(50));

        assertThat(reasoning.hiddenTokens()).isEqualTo(300);
        assertThat(reasoning.summary().split(" ")).hasSize(words);
        assertThat(reasoning.summary()).endsWith(".").doesNotContain(",.");
        assertThat(reasoning(demand, " one".repeat(50))).isEqualTo(reasoning);
    }

    @Test
    void nothingIsSummarizedInNoWords() {
        var demand = demand(ReasoningDemand.Effort.HIGH, OptionalInt.empty(), ReasoningDemand.Summary.AUTO);

        assertThat(reasoning(demand, "").summary()).isEmpty();
        assertThat(reasoning(demand, "one").summary().split(" ")).hasSize(1);
    }

    @Test
    void aBudgetBoundsReasoning() {
        var demand = demand(ReasoningDemand.Effort.HIGH, OptionalInt.of(7), ReasoningDemand.Summary.AUTO);

        assertThat(reasoning(demand, " one".repeat(50)).hiddenTokens()).isEqualTo(7);
    }

    private static ReasoningDemand demand(
            ReasoningDemand.Effort effort, OptionalInt budget, ReasoningDemand.Summary summary) {
        return new ReasoningDemand(Optional.of(effort), budget, Optional.of(summary), false);
    }

    private Part.Reasoning reasoning(ReasoningDemand demand, String said) {
        var prompt = SimRequest.of("m", "x").prompt().withReasoning(demand);
        var thought = thinking.before(Reply.of(Completion.text(said)), prompt);
        return (Part.Reasoning) thought.choices().getFirst().parts().getFirst();
    }

    @Test
    void noEffortNoReasoning() {
        var reply = Reply.of(Completion.text("one two three"));

        assertThat(think(reply, ReasoningDemand.Effort.NONE)).isSameAs(reply);
        assertThat(thinking.before(reply, SimRequest.of("m", "x").prompt())).isSameAs(reply);
    }

    @Test
    void aReplyThatThinksByItselfStaysAsItIs() {
        var own = new Part.Reasoning("mine", "", 0, Optional.empty());
        var reply = Reply.of(Completion.of(List.of(own, new Part.Text("one"))));

        assertThat(think(reply, ReasoningDemand.Effort.HIGH)).isEqualTo(reply);
    }

    @Test
    void whatAToolIsCalledWithCountsAsSaid() {
        var call = new Part.ToolCall("1", "f", "one two three");
        var reply = Reply.of(Completion.of(List.of(call, new Part.Refusal("no"))));

        assertThat(think(reply, ReasoningDemand.Effort.MEDIUM)
                        .choices()
                        .getFirst()
                        .parts())
                .contains(Part.Reasoning.hidden(15));
    }

    @Test
    void aGeneratorIsAskedForEachChoiceWithWhatItNeeds() {
        var seen = new ArrayList<String>();
        var rig = Rig.automatic().generator(new Telling(seen));
        var events = new ArrayList<ReplyEvent>();

        rig.simulator().ask(SimRequest.of("gpt-4o", "Hi").withChoices(3), events::add);

        assertThat(seen).containsExactly("0 20 o200k_base Hi", "1 20 o200k_base Hi", "2 20 o200k_base Hi");
        assertThat(events.stream().filter(ReplyEvent.ChoiceFinished.class::isInstance))
                .hasSize(3);
    }

    private record Telling(List<String> seen) implements ResponseGenerator {
        @Override
        public String name() {
            return "telling";
        }

        @Override
        public Completion generate(Prompt prompt, GenerationContext context) {
            seen.add(context.choice() + " " + context.targetTokens() + " "
                    + context.encoding().name() + " " + prompt.lastUserText());
            return Completion.text("said");
        }
    }

    private Reply think(Reply reply, ReasoningDemand.Effort effort) {
        return thinking.before(reply, SimRequest.of("m", "x").prompt().withReasoning(ReasoningDemand.of(effort)));
    }
}
