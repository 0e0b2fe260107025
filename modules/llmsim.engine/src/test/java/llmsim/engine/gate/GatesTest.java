package llmsim.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import llmsim.api.content.Media;
import llmsim.api.content.Message;
import llmsim.api.content.Part;
import llmsim.api.content.Role;
import llmsim.api.dialect.IdStyle;
import llmsim.api.dialect.Operation.Generation;
import llmsim.api.dialect.ProviderFacts;
import llmsim.api.model.Model;
import llmsim.api.model.Models;
import llmsim.api.problem.Problem;
import llmsim.api.problem.SchemaUse;
import llmsim.api.prompt.OutputFormat;
import llmsim.api.prompt.OutputLimits;
import llmsim.api.prompt.Prompt;
import llmsim.api.prompt.SimRequest;
import llmsim.api.prompt.Tool;
import llmsim.api.prompt.ToolChoice;
import llmsim.engine.trial.EventLines;
import llmsim.engine.trial.Rig;
import llmsim.engine.trial.TrialAdapter;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/** The gates of every simulator, one rule after the other. */
class GatesTest {
    private static final Message SEEN = Message.of(
            Role.USER,
            List.of(
                    new Part.Text("What is this?"),
                    new Part.Image(new Media.Link("https://example.com/x.png"), Part.Detail.LOW)));

    private final EventLines lines = new EventLines();

    @Test
    void anUnknownModelPassesUnlessTheUserIsStrict() {
        assertThat(problem(SimRequest.of("nobody", "Hi"), true)).isEmpty();
        assertThat(problem(SimRequest.of("nobody", "Hi"), false)).contains(new Problem.UnknownModel("nobody"));
        assertThat(problem(SimRequest.of("blind", "Hi"), false)).isEmpty();
    }

    @Test
    void aModelThatCannotSeeTakesNoImage() {
        var prompt = List.of(Message.of(Role.SYSTEM, "Look"), SEEN);

        assertThat(problem(SimRequest.of(Prompt.of("blind", prompt)), true))
                .contains(new Problem.UnsupportedInput("blind", "image", 1, 1));
        assertThat(problem(SimRequest.of(Prompt.of("seeing", prompt)), true)).isEmpty();
        assertThat(problem(SimRequest.of(Prompt.of("nobody", prompt)), true)).isEmpty();
    }

    @Test
    void nobodyDemandsMoreThanAModelCanGive() {
        var request = SimRequest.of("blind", "Hi");

        assertThat(problem(request.withLimits(OutputLimits.ofTokens(50)), true)).isEmpty();
        assertThat(problem(request.withLimits(OutputLimits.ofTokens(51)), true))
                .contains(new Problem.OutputTooLong("blind", 50, 51));
        assertThat(problem(request.withLimits(OutputLimits.ofTokens(9_999_999_999L)), true))
                .contains(new Problem.OutputTooLong("blind", 50, 9_999_999_999L));
        assertThat(problem(SimRequest.of("endless", "Hi").withLimits(OutputLimits.ofTokens(1 << 30)), true))
                .isEmpty();
    }

    @Test
    void thePromptMustFitIntoTheContextWindow() {
        assertThat(problem(SimRequest.of("blind", " a".repeat(93)), true)).isEmpty();
        assertThat(problem(SimRequest.of("blind", " a".repeat(95)), true))
                .contains(new Problem.ContextLengthExceeded("blind", 100, 101, 0));
    }

    @Test
    void whereTheProviderCountsItTheDemandMustFitToo() {
        var request = SimRequest.of("blind", " a".repeat(60)).withLimits(OutputLimits.ofTokens(50));

        assertThat(problem(request, true)).isEmpty();
        assertThat(problem(request, true, true)).contains(new Problem.ContextLengthExceeded("blind", 100, 66, 50));
    }

    @Test
    void noDemandIsTooLargeToBeSaidBack() {
        var most = new Problem.ContextLengthExceeded("narrow", 100, 7, Long.MAX_VALUE);

        assertThat(problem(SimRequest.of("narrow", "Hi").withLimits(OutputLimits.ofTokens(Long.MAX_VALUE)), true, true))
                .contains(most);
        assertThat(most.neededTokens()).isEqualTo(Long.MAX_VALUE);
        assertThat(most.message()).contains(Long.MAX_VALUE + " are needed");
    }

    private Optional<Problem> problem(SimRequest request, boolean unknownAccepted) {
        return problem(request, unknownAccepted, false);
    }

    private Optional<Problem> problem(SimRequest request, boolean unknownAccepted, boolean contextIncludesDemand) {
        var plain = TrialAdapter.facts(List.of());
        var facts = new ProviderFacts(
                "", IdStyle.of("r_"), plain.toolCallIds(), List.of(), plain.credentials(), contextIncludesDemand);
        var endpoint = TrialAdapter.post("/x", Generation.of(request, "a_", lines.whole()));
        var rig = Rig.automatic(new TrialAdapter("trial", facts, List.of(endpoint)))
                .models(new Catalogue(unknownAccepted));
        rig.post("/x");
        return Optional.ofNullable(rig.journal.only().problem());
    }

    @Test
    void schemasMustHaveValues() {
        var none = JsonNodeFactory.instance.arrayNode();
        var open = JsonNodeFactory.instance.objectNode();
        var prompt = Prompt.of("m", List.of(Message.of(Role.USER, "Hi")));
        var tools = List.<Tool>of(new Tool.Custom("a", "", Optional.empty()), new Tool.Function("b", "", none, false));

        assertThat(unusable(prompt.withTools(tools, new ToolChoice.Auto(), true)))
                .isEqualTo(new SchemaUse.ToolArguments(1, "b"));
        assertThat(unusable(prompt.withFormat(new OutputFormat.JsonSchema("c", none, true))))
                .isEqualTo(new SchemaUse.AnswerFormat("c"));
        assertThat(problem(SimRequest.of(prompt.withFormat(new OutputFormat.JsonSchema("c", open, true))), true))
                .isEmpty();
    }

    private SchemaUse unusable(Prompt prompt) {
        return ((Problem.UnusableSchema) problem(SimRequest.of(prompt), true).orElseThrow()).use();
    }

    @Test
    void theFirstRefusalWins() {
        var gates = new Gates(List.of(
                _ -> Verdict.PASS,
                _ -> Verdict.refuse(new Problem.UnknownModel("m")),
                _ -> Verdict.refuse(new Problem.UnknownModel("n"))));

        assertThat(gates.check(null)).isEqualTo(Verdict.refuse(new Problem.UnknownModel("m")));
    }

    private record Catalogue(boolean acceptsUnknown) implements Models {
        @Override
        public Optional<Model> find(String id) {
            return switch (id) {
                case "blind" -> Optional.of(model(id, 100, 50, Set.of("text")));
                case "seeing" -> Optional.of(model(id, 100_000, 50, Set.of("text", "image")));
                case "narrow" -> Optional.of(model(id, 100, 0, Set.of("text")));
                case "endless" -> Optional.of(model(id, 0, 0, Set.of("text")));
                default -> Optional.empty();
            };
        }

        private static Model model(String id, int window, int output, Set<String> input) {
            return new Model(
                    id, id, "trial", Optional.empty(), window, output, input, Set.of("text"), false, Optional.empty());
        }

        @Override
        public List<Model> ownedBy(String provider) {
            return List.of();
        }
    }
}
