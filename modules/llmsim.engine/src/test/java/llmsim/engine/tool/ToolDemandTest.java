package llmsim.engine.tool;

import static llmsim.engine.tool.Offered.ATTRACTIONS;
import static llmsim.engine.tool.Offered.EMAIL;
import static llmsim.engine.tool.Offered.HOSTED;
import static llmsim.engine.tool.Offered.NOTE;
import static llmsim.engine.tool.Offered.TICKET;
import static llmsim.engine.tool.Offered.WEATHER;
import static llmsim.engine.tool.Offered.after;
import static llmsim.engine.tool.Offered.auto;
import static llmsim.engine.tool.Offered.call;
import static llmsim.engine.tool.Offered.prompt;
import static llmsim.engine.tool.Offered.result;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import llmsim.api.content.Message;
import llmsim.api.content.Part;
import llmsim.api.content.Role;
import llmsim.api.prompt.Prompt;
import llmsim.api.prompt.SimRequest;
import llmsim.api.prompt.Tool;
import llmsim.api.prompt.ToolChoice;
import llmsim.api.reply.Completion;
import llmsim.api.reply.Finish;
import llmsim.api.spi.GenerationContext;
import llmsim.api.spi.ResponseGenerator;
import llmsim.engine.configuration.ToolUse;
import llmsim.engine.schema.SchemaMemo;
import llmsim.engine.source.Source.Asked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which tools are called when, and that loops end. */
class ToolDemandTest {
    private static final String ASKED = "What's the weather like in San Francisco?";
    private static final ToolChoice REQUIRED = new ToolChoice.Required();

    private final Spoken spoken = Spoken.by(ToolUse.AUTO);

    @Test
    void aToolThatTheRequestIsAboutIsCalled() {
        var said = spoken.to(auto(ASKED, TICKET, WEATHER));

        assertThat(said.finish()).isEqualTo(Finish.TOOL_CALLS);
        assertThat(Spoken.called(said)).containsExactly("get_weather");
        assertThat(Spoken.calls(said).getFirst().id()).matches("call_[0-9A-Za-z]{24}");
        assertThat(Spoken.calls(said).getFirst().arguments()).startsWith("{\"location\":");
    }

    @Test
    void aToolThatTheRequestIsNotAboutIsNot() {
        assertThat(spoken.to(auto("Hello, who are you?", WEATHER))).isEqualTo(Completion.text("said"));
    }

    @Test
    void noneMeansNone() {
        assertThat(spoken.to(prompt(ASKED, new ToolChoice.None(), true, WEATHER)))
                .isEqualTo(Completion.text("said"));
    }

    @ParameterizedTest
    @EnumSource(ToolUse.class)
    void whatTheRequestDemandsBindsHoweverToolsAreUsed(ToolUse use) {
        var by = Spoken.by(use);

        assertThat(Spoken.called(by.to(prompt("Hello", REQUIRED, true, WEATHER, TICKET))))
                .hasSize(1);
        assertThat(Spoken.called(by.to(prompt("Hello", new ToolChoice.Named("create_ticket"), true, WEATHER, TICKET))))
                .containsExactly("create_ticket");
        assertThat(Spoken.called(by.to(prompt(ASKED, new ToolChoice.None(), true, WEATHER))))
                .isEmpty();
    }

    @Test
    void allowedToolsRestrictAndMayDemand() {
        var tickets = List.of("create_ticket");

        assertThat(Spoken.called(
                        spoken.to(prompt(ASKED, new ToolChoice.Allowed(tickets, false), true, WEATHER, TICKET))))
                .isEmpty();
        assertThat(Spoken.called(
                        spoken.to(prompt(ASKED, new ToolChoice.Allowed(tickets, true), true, WEATHER, TICKET))))
                .containsExactly("create_ticket");
    }

    @Test
    void severalToolsAreCalledForSeveralMattersUnlessTheRequestForbidsIt() {
        var text = "What is the weather in Oslo and what attractions should I visit?";

        assertThat(Spoken.called(spoken.to(prompt(text, REQUIRED, true, TICKET, ATTRACTIONS, WEATHER))))
                .containsExactlyInAnyOrder("get_weather", "cityAttractions");
        assertThat(Spoken.called(spoken.to(prompt(text, REQUIRED, false, TICKET, ATTRACTIONS, WEATHER))))
                .hasSize(1);
    }

    @Test
    void oneToolIsCalledForEachOfSeveralThings() {
        var cities = "What's the weather in Paris, New York and Oslo?";

        assertThat(Spoken.called(spoken.to(auto(cities, WEATHER)))).hasSize(3);
        assertThat(Spoken.called(spoken.to(prompt(cities, new ToolChoice.Auto(), false, WEATHER))))
                .hasSize(1);
        assertThat(Spoken.called(spoken.to(prompt(cities, new ToolChoice.Named("get_weather"), true, WEATHER))))
                .hasSize(1);
        assertThat(Spoken.called(spoken.to(auto("Note: call Ann and Bob", NOTE))))
                .hasSize(1);
        assertThat(Several.in(cities))
                .containsExactly(
                        "What's the weather in Paris?",
                        "What's the weather in New York?",
                        "What's the weather in Oslo?");
        assertThat(Several.in("San Francisco and what else?")).hasSize(1);
        assertThat(Several.in("Paris and Paris")).hasSize(1);
    }

    @Test
    void atMostFourCallsAtOnce() {
        var much = "Weather and attractions in Paris, London, Rome and Oslo";

        assertThat(Spoken.called(spoken.to(auto(much, WEATHER, ATTRACTIONS)))).hasSize(4);
    }

    @Test
    void toolsOfTheProviderAreNeverCalled() {
        assertThat(spoken.to(prompt("weather", REQUIRED, true, HOSTED))).isEqualTo(Completion.text("said"));
        assertThat(Spoken.called(spoken.to(prompt("weather", REQUIRED, true, HOSTED, TICKET))))
                .containsExactly("create_ticket");
    }

    @Test
    void aCustomToolGetsWhatThePromptSays() {
        var said = spoken.to(auto("Take a note:\n  buy milk", NOTE));

        assertThat(Spoken.calls(said).getFirst().arguments()).isEqualTo("Take a note: buy milk");
    }

    @Test
    void afterItsResultATextEndsTheLoop() {
        var prompt = after(auto(ASKED, WEATHER), call("c1", WEATHER), result("c1", "{\"temperature\": 18}"));

        assertThat(spoken.to(prompt)).isEqualTo(Completion.text("get_weather returned: {\"temperature\": 18}\n\nsaid"));
    }

    @Test
    void everyResultIsMentioned() {
        var prompt = after(
                auto(ASKED, WEATHER, EMAIL),
                Message.of(
                        Role.ASSISTANT,
                        List.of(
                                new Part.ToolCall("c1", "get_weather", "{}"),
                                new Part.ToolCall("c2", "sendEmail", "{}"))),
                result("c1", "sunny"),
                result("c2", "Error: no such mailbox"),
                Message.of(
                        Role.TOOL, List.of(new Part.ToolResult("c9", List.of(new Part.Text("x".repeat(300))), true))));

        assertThat(spoken.to(prompt))
                .isEqualTo(Completion.text("get_weather returned: sunny\nsendEmail failed: Error: no such mailbox"
                        + "\nThe tool failed: " + "x".repeat(160) + "…\n\nsaid"));
    }

    @Test
    void aDemandBindsAfterResultsToo() {
        var prompt = after(prompt(ASKED, REQUIRED, true, WEATHER), call("c1", WEATHER), result("c1", "sunny"));

        assertThat(Spoken.called(spoken.to(prompt))).containsExactly("get_weather");
    }

    @Test
    void aNewWordOfTheUsersIsJudgedAnew() {
        var before = after(auto(ASKED, WEATHER), call("c1", WEATHER), result("c1", "sunny"));

        assertThat(Spoken.called(spoken.to(after(before, Message.of(Role.USER, "And the weather in Rome?")))))
                .containsExactly("get_weather");
        assertThat(spoken.to(after(before, Message.of(Role.USER, "Thanks!")))).isEqualTo(Completion.text("said"));
    }

    @Test
    void resultsThatComeAsTheUsersAreNoWordOfTheUsers() {
        var result = new Part.ToolResult("c1", List.of(new Part.Text("sunny")), false);
        var before = after(auto(ASKED, WEATHER), call("c1", WEATHER));

        assertThat(spoken.to(after(before, Message.of(Role.USER, List.of(result)))))
                .isEqualTo(Completion.text("get_weather returned: sunny\n\nsaid"));
        assertThat(Spoken.called(spoken.to(after(
                        before, Message.of(Role.USER, List.of(result, new Part.Text("And the weather in Rome?")))))))
                .containsExactly("get_weather");
    }

    @Test
    void whoHasAnsweredDoesNotAskAgain() {
        assertThat(spoken.to(after(auto(ASKED, WEATHER), Message.of(Role.ASSISTANT, "It is"))))
                .isEqualTo(Completion.text("said"));
    }

    @Test
    void alwaysCallsWhateverTheUserSaysButEndsAllTheSame() {
        var always = Spoken.by(ToolUse.ALWAYS);

        assertThat(Spoken.called(always.to(auto("Hello", WEATHER)))).containsExactly("get_weather");
        assertThat(Spoken.called(always.to(after(auto("Hello", WEATHER), call("c", WEATHER), result("c", "x")))))
                .isEmpty();
    }

    @Test
    void neverCallsWhateverTheUserSays() {
        assertThat(spoken(ToolUse.NEVER, ASKED)).isZero();
    }

    @Test
    void randomCallsAboutEverySecondTime() {
        assertThat(spoken(ToolUse.RANDOM, "Hello")).isBetween(70L, 130L);
    }

    private static long spoken(ToolUse use, String text) {
        var by = Spoken.by(use);
        return IntStream.range(0, 200)
                .filter(i -> !Spoken.called(by.to(auto(text + " " + i, WEATHER, TICKET)))
                        .isEmpty())
                .count();
    }

    @Test
    void eachChoiceDrawsForItself() {
        var said = spoken.to(
                prompt("Hello", REQUIRED, true, WEATHER, TICKET, EMAIL, ATTRACTIONS),
                request -> request.withChoices(16));

        assertThat(said.stream().map(Spoken::called).distinct().count()).isGreaterThan(1);
        assertThat(said.stream().flatMap(one -> Spoken.calls(one).stream()).map(Part.ToolCall::id))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatTheGeneratorCallsGoesFirstAsFarAsItIsPermitted() {
        var by = Spoken.by(ToolUse.AUTO, new Calling("create_ticket", "create_ticket", "sendEmail"));

        assertThat(Spoken.called(by.to(auto(ASKED, WEATHER, TICKET))))
                .containsExactly("create_ticket", "create_ticket");
        assertThat(Spoken.called(by.to(prompt(ASKED, REQUIRED, false, WEATHER, TICKET))))
                .containsExactly("create_ticket");
        assertThat(Spoken.called(by.to(prompt(ASKED, new ToolChoice.Named("get_weather"), true, WEATHER, TICKET))))
                .containsExactly("get_weather");
        assertThat(by.to(prompt(ASKED, new ToolChoice.None(), true, TICKET))).isEqualTo(Completion.text("calling"));
    }

    @Test
    void aRequestWithoutToolsIsLeftAlone() {
        var said = Completion.text("said");

        assertThat(new ToolDemand(ToolUse.ALWAYS, new SchemaMemo()).meet(asked(Prompt.of("m", List.of())), 0, said))
                .isSameAs(said);
        assertThat(new ResultDemand().meet(asked(Prompt.of("m", List.of())), 0, said))
                .isSameAs(said);
    }

    /** No draws, no ids, no facts: whoever asks for them fails. */
    @SuppressWarnings("NullAway")
    private static Asked asked(Prompt prompt) {
        return new Asked(SimRequest.of(prompt), null, null, null, null, null);
    }

    private record Calling(List<String> names) implements ResponseGenerator {
        Calling(String... names) {
            this(List.of(names));
        }

        @Override
        public String name() {
            return "calling";
        }

        @Override
        public Completion generate(Prompt prompt, GenerationContext context) {
            var calls = names.stream().<Part>map(name -> new Part.ToolCall("id", name, "{}"));
            return Completion.of(
                    Stream.concat(Stream.of(new Part.Text("calling")), calls).toList());
        }
    }

    @Test
    void aGrammarThatIsARegularExpressionIsObeyed() {
        assertThat(picked("regex", "[a-c]{4}-\\d")).matches("[a-c]{4}-\\d");
        assertThat(picked("regex", "(")).isEqualTo("Hi");
        assertThat(picked("lark", "start: \"x\"")).isEqualTo("Hi");
    }

    private String picked(String syntax, String definition) {
        var tool = new Tool.Custom("pick", "", Optional.of(new Tool.Grammar(syntax, definition)));
        return Spoken.calls(spoken.to(prompt("Hi", REQUIRED, true, tool)))
                .getFirst()
                .arguments();
    }
}
