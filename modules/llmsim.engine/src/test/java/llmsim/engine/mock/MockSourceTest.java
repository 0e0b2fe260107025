package llmsim.engine.mock;

import static llmsim.engine.trial.AskedTrial.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import llmsim.api.content.Part;
import llmsim.api.problem.Category;
import llmsim.api.problem.Problem;
import llmsim.api.reply.Completion;
import llmsim.api.reply.Decision;
import llmsim.api.reply.FinishReason;
import llmsim.api.reply.Reply;
import llmsim.engine.configuration.LatencySettings;
import llmsim.engine.generate.Echo;
import llmsim.engine.latency.ProfileTable;
import llmsim.engine.match.Condition.ContentContains;
import llmsim.engine.match.Condition.LastRole;
import llmsim.engine.match.Condition.Model;
import llmsim.engine.match.Match;
import llmsim.engine.script.ScriptedCall;
import llmsim.engine.script.ScriptedError;
import llmsim.engine.source.Decided;
import llmsim.engine.trial.AskedTrial;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class MockSourceTest {
    private static final Match HELLO = Match.of(new ContentContains("hello"));

    @Test
    void theFirstThatFitsAnswers() {
        var source = source(
                Mock.of(Match.of(new ContentContains("bye")), Response.text("one")),
                Mock.of(HELLO, Response.text("two")),
                Mock.of(Match.ANY, Response.text("three")));

        assertThat(said(source, user("Hello!"))).isEqualTo("two");
        assertThat(said(source, user("x"))).isEqualTo("three");
    }

    @Test
    void aHigherPriorityComesFirst() {
        var source = source(
                Mock.of(HELLO, Response.text("low")),
                Mock.of(HELLO, Response.text("high")).withPriority(5),
                Mock.of(HELLO, Response.text("second")).withPriority(5));

        assertThat(said(source, user("hello"))).isEqualTo("high");
    }

    @Test
    void whatNoneFitsIsLeftToTheNextSource() {
        assertThat(source(Mock.of(HELLO, Response.text("x"))).decide(user("x").asked()))
                .isEmpty();
    }

    @Test
    void anErrorNamesTheNearest() {
        var mocks = new Mocks(
                List.of(
                        Mock.of(Match.of(new ContentContains("a"), new Model("claude-*")), Response.text("")),
                        Mock.of(Match.of(new ContentContains("paris"), new Model("gpt-*")), Response.text(""))
                                .withName("paris"),
                        Mock.of(HELLO, Response.text("")),
                        Mock.of(
                                Match.of(new ContentContains("y"), new LastRole(llmsim.api.content.Role.TOOL)),
                                Response.text(""))),
                Mocks.OnNoMatch.ERROR);

        var decision = new MockSource(mocks, ProfileTable.standard())
                .decide(user("x").asked())
                .orElseThrow()
                .decision();

        assertThat(decision)
                .isEqualTo(new Decision.Refuse(Problem.Stated.of(
                        Category.INVALID_REQUEST,
                        "No mock fits this request. Nearest: mock 'paris' (content_contains: 'paris' is not in 'x'); "
                                + "mock 3 (content_contains: 'hello' is not in 'x'); mock 1 (content_contains: 'a' is"
                                + " not in 'x', model: the model is 'gpt-4o', not 'claude-*').")));
    }

    @Test
    void whoeverFulfilsTheMostIsNearest() {
        var half = Match.of(
                new ContentContains("x"),
                new Model("gpt-*"),
                new LastRole(llmsim.api.content.Role.TOOL),
                new Model("o3"));
        var mocks = List.of(
                Mock.of(HELLO, Response.text("")),
                Mock.of(half, Response.text("")).withName("half"));

        assertThat(refusal(new MockSource(new Mocks(mocks, Mocks.OnNoMatch.ERROR), ProfileTable.standard())))
                .startsWith("No mock fits this request. Nearest: mock 'half' (role: ")
                .contains("; mock 1 (content_contains: ");
    }

    @Test
    void theErrorIsBoundedAndThereMayBeNoMocks() {
        var none = new MockSource(new Mocks(List.of(), Mocks.OnNoMatch.ERROR), ProfileTable.standard());
        var long0 = new MockSource(
                new Mocks(
                        List.of(Mock.of(HELLO, Response.text("")).withName("n".repeat(5_000))), Mocks.OnNoMatch.ERROR),
                ProfileTable.standard());

        assertThat(refusal(none)).isEqualTo("No mock fits this request: there are none.");
        assertThat(refusal(long0)).hasSize(2_000).endsWith("…");
    }

    private static String refusal(MockSource source) {
        return source.decide(user("x").asked()).orElseThrow().decision() instanceof Decision.Refuse(var problem)
                ? problem.message()
                : "";
    }

    @Test
    void callsHaveIdsOfTheProviderOrTheirOwn() {
        var arguments = JsonNodeFactory.instance.objectNode().put("city", "Paris");
        var source = source(Mock.of(
                Match.ANY,
                new Response.Said(
                        Template.plain("Looking."),
                        List.of(
                                ScriptedCall.of("weather", arguments),
                                ScriptedCall.of("time", arguments).withId("mine")))));

        var reply = reply(source, user("x").choices(2));

        assertThat(reply.choices()).hasSize(2).allSatisfy(choice -> {
            assertThat(choice.finish().reason()).isEqualTo(FinishReason.TOOL_CALLS);
            assertThat(choice.parts().getFirst()).isEqualTo(new Part.Text("Looking."));
            assertThat(choice.parts().getLast()).isEqualTo(new Part.ToolCall("mine", "time", "{\"city\":\"Paris\"}"));
        });
        assertThat(reply.choices().stream().map(choice -> choice.parts().get(1)))
                .doesNotHaveDuplicates()
                .allSatisfy(part -> assertThat(((Part.ToolCall) part).id()).startsWith("call_"));
    }

    @Test
    void callsAloneHaveNoText() {
        var source =
                source(Mock.of(Match.ANY, Response.calls(ScriptedCall.of("f", JsonNodeFactory.instance.arrayNode()))));

        assertThat(reply(source, user("x")).choices().getFirst().parts())
                .singleElement()
                .isInstanceOf(Part.ToolCall.class);
    }

    @Test
    void noTextIsAnEmptyText() {
        assertThat(reply(source(Mock.of(Match.ANY, Response.text(""))), user("x")))
                .isEqualTo(Reply.of(Completion.text("")));
    }

    @Test
    void anErrorIsRefused() {
        var error = new ScriptedError.RateLimit();

        assertThat(source(Mock.of(Match.ANY, new Response.Refused(error)))
                        .decide(user("x").asked())
                        .orElseThrow())
                .isEqualTo(Decided.of(new Decision.Refuse(error.problem())));
    }

    @Test
    void aGeneratorIsAsked() {
        var source = source(Mock.of(Match.ANY, new Response.Generated(new Echo(), 10)));

        assertThat(said(source, user("x"))).isEqualTo("x");
    }

    @Test
    void aMockHasItsOwnPace() {
        var source = source(Mock.of(Match.ANY, Response.text("x")).withLatency(new LatencySettings.Named("opus")));

        assertThat(source.decide(user("x").asked()).orElseThrow().profile())
                .contains(ProfileTable.standard().named("claude-opus"));
    }

    @Test
    void aSequenceGoesOnInEachSession() {
        var steps = List.<Response.One>of(Response.text("1"), Response.text("2"));
        var repeating = source(Mock.of(Match.ANY, new Response.Sequence(steps, false)));
        var looping = source(Mock.of(Match.ANY, new Response.Sequence(steps, true)));

        assertThat(IntStream.range(0, 4).mapToObj(_ -> said(repeating, user("x"))))
                .containsExactly("1", "2", "2", "2");
        assertThat(IntStream.range(0, 4).mapToObj(_ -> said(looping, user("x"))))
                .containsExactly("1", "2", "1", "2");
        assertThat(said(repeating, user("x").session("other"))).isEqualTo("1");
    }

    @Test
    void mocksThatAreReadOnceMoreGoOnCounting() {
        var steps = List.<Response.One>of(Response.text("1"), Response.text("2"), Response.text("3"));
        var mocks = Mocks.of(List.of(Mock.of(Match.ANY, new Response.Sequence(steps, false))));
        var source = new MockSource(mocks, ProfileTable.standard());
        said(source, user("x"));

        var again = source.again(mocks, ProfileTable.standard());

        assertThat(said(again, user("x"))).isEqualTo("2");
        assertThat(again.uses())
                .containsExactly(new MockSource.Use(mocks.mocks().getFirst(), 2));
    }

    @Test
    void sessionsAreForgotten() {
        var counts = new SessionCounts();
        assertThat(counts.next("a")).isZero();
        assertThat(counts.next("a")).isEqualTo(1);

        IntStream.range(0, SessionCounts.SESSIONS).forEach(i -> counts.next("s" + i));

        assertThat(counts.next("a")).isZero();
        assertThat(counts.next("s" + (SessionCounts.SESSIONS - 1))).isEqualTo(1);
    }

    @Test
    void boundsAreKept() {
        var many = java.util.Collections.nCopies(Mocks.MOST + 1, Mock.of(Match.ANY, Response.text("")));

        assertThatThrownBy(() -> Mocks.of(many)).hasMessageContaining("at most 10000 mocks");
        assertThatThrownBy(() -> new Response.Sequence(List.of(), true)).hasMessageContaining("at least one");
    }

    private static MockSource source(Mock... mocks) {
        return new MockSource(Mocks.of(List.of(mocks)), ProfileTable.standard());
    }

    private static Reply reply(MockSource source, AskedTrial trial) {
        return (Reply) source.decide(trial.asked()).orElseThrow().decision();
    }

    private static String said(MockSource source, AskedTrial trial) {
        return reply(source, trial).choices().getFirst().parts().getFirst() instanceof Part.Text(var text) ? text : "";
    }
}
