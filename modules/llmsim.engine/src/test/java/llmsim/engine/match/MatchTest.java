package llmsim.engine.match;

import static llmsim.engine.trial.AskedTrial.user;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import llmsim.api.content.Message;
import llmsim.api.content.Part;
import llmsim.api.content.Role;
import llmsim.api.prompt.Prompt;
import llmsim.api.prompt.Tool;
import llmsim.api.prompt.ToolChoice;
import llmsim.engine.match.Condition.ContentContains;
import llmsim.engine.match.Condition.Expected;
import llmsim.engine.match.Condition.Header;
import llmsim.engine.match.Condition.Json;
import llmsim.engine.match.Condition.LastRole;
import llmsim.engine.match.Condition.Model;
import llmsim.engine.match.Condition.Offered;
import llmsim.engine.match.Condition.Path;
import llmsim.engine.match.Condition.Regex;
import llmsim.engine.match.Condition.SystemContains;
import llmsim.engine.match.Condition.ToolResultContains;
import llmsim.engine.trial.AskedTrial;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;

class MatchTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Test
    void noConditionFitsEverything() {
        assertThat(Match.ANY.match(user("x").asked())).isEqualTo(new Outcome.Yes());
        assertThat(Match.ANY.match(AskedTrial.of(Prompt.of("m", List.of())).asked()))
                .isEqualTo(new Outcome.Yes());
    }

    @Test
    void contentIsTheLastUserTextWithoutCase() {
        fits(new ContentContains("WEATHER"), user("The weather in Paris?"));
        fits(new ContentContains("straße"), user("Die STRAßE"));
        fails(new ContentContains("weather"), user("Hello"), "content_contains: 'weather' is not in 'Hello'");
        var talk = AskedTrial.of(Prompt.of(
                "m",
                List.of(
                        Message.of(Role.USER, "first"),
                        Message.of(Role.ASSISTANT, "weather"),
                        Message.of(Role.USER, "second"))));
        fits(new ContentContains("second"), talk);
        fails(new ContentContains("first"), talk, "content_contains: 'first' is not in 'second'");
    }

    @Test
    void aLongTextIsShownShortened() {
        var reasons = reasons(new ContentContains("y"), user("x\n".repeat(1000)));

        assertThat(reasons)
                .singleElement()
                .asString()
                .hasSizeLessThan(150)
                .endsWith("…'")
                .doesNotContain("\n");
    }

    @Test
    void systemIsSystemAndDeveloper() {
        var asked = AskedTrial.of(Prompt.of(
                "m", List.of(Message.of(Role.SYSTEM, "You are a Pirate"), Message.of(Role.DEVELOPER, "Be brief"))));

        fits(new SystemContains("pirate"), asked);
        fits(new SystemContains("BRIEF"), asked);
        fails(new SystemContains("long"), asked, "system_contains: 'long' is not in 'You are a Pirate Be brief'");
    }

    @Test
    void aModelIsANameOrHasStars() {
        fits(new Model("GPT-4o"), user("x"));
        fits(new Model("gpt-*"), user("x").model("GPT-5"));
        fails(new Model("claude-*"), user("x"), "model: the model is 'gpt-4o', not 'claude-*'");
    }

    @Test
    void theRoleIsTheLastOne() {
        fits(new LastRole(Role.USER), user("x"));
        fails(new LastRole(Role.TOOL), user("x"), "role: the last message is of user, not of tool");
        fails(new LastRole(Role.TOOL), AskedTrial.of(Prompt.of("m", List.of())), "role: there is no message");
    }

    @Test
    void aToolIsOffered() {
        var asked = AskedTrial.of(Prompt.of("m", List.of())
                .withTools(
                        List.of(new Tool.Function("get_weather", "", NODES.objectNode(), false)),
                        new ToolChoice.Auto(),
                        true));

        fits(new Offered("get_weather"), asked);
        fails(new Offered("send"), asked, "tool: 'send' is not offered; there are get_weather");
        fails(new Offered("send"), user("x"), "tool: 'send' is not offered, nor is any tool");
    }

    @Test
    void aResultCountsUntilTheModelAnswers() {
        var call = Message.of(
                Role.ASSISTANT, List.of(new Part.ToolCall("1", "weather", "{}"), new Part.ToolCall("2", "time", "{}")));
        var weather = Message.of(Role.TOOL, List.of(new Part.ToolResult("1", List.of(new Part.Text("Sunny")), false)));
        var time = Message.of(Role.TOOL, List.of(new Part.ToolResult("2", List.of(new Part.Text("noon")), false)));
        var fresh = AskedTrial.of(Prompt.of("m", List.of(Message.of(Role.USER, "x"), call, weather, time)));
        var old = AskedTrial.of(Prompt.of(
                "m", List.of(call, weather, Message.of(Role.ASSISTANT, "It is."), Message.of(Role.USER, "y"))));

        fits(new ToolResultContains("sunny", Optional.empty()), fresh);
        fits(new ToolResultContains("noon", Optional.of("time")), fresh);
        fails(new ToolResultContains("sunny", Optional.of("time")), fresh, "tool_result: 'sunny' is not in 'noon'");
        fails(new ToolResultContains("sunny", Optional.empty()), old, "tool_result: there is no new result of a tool");
        fails(
                new ToolResultContains("sunny", Optional.of("news")),
                fresh,
                "tool_result: there is no new result of 'news'");
    }

    @Test
    void aHeaderIsEqualOrContains() {
        var asked = user("x").header("X-Tenant", "Acme-Corp");

        fits(new Header("x-tenant", "acme-corp", true), asked);
        fits(new Header("X-TENANT", "acme", false), asked);
        fails(new Header("x-tenant", "acme", true), asked, "header: x-tenant is 'Acme-Corp', not 'acme'");
        fails(new Header("x-tenant", "other", false), asked, "header: x-tenant is 'Acme-Corp', without 'other'");
        fails(new Header("x-other", "a", true), asked, "header: there is no x-other");
    }

    @Test
    void aPathHasStars() {
        fits(new Path("*/completions"), user("x"));
        fits(new Path("/v1/chat/completions"), user("x"));
        fails(new Path("/v1/responses"), user("x"), "path: the path is '/v1/chat/completions', not '/v1/responses'");
    }

    @Test
    void aPlaceInTheBodyIsThereOrHasAValue() {
        var asked = user("x").body("{\"temperature\":0.50,\"metadata\":{\"tenant\":\"acme\"}}");
        var tenant = JsonPath.of("$.metadata.tenant");

        fits(new Json(tenant, new Expected.Present(true)), asked);
        fits(new Json(JsonPath.of("$.top_p"), new Expected.Present(false)), asked);
        fits(new Json(tenant, new Expected.Value(NODES.stringNode("acme"))), asked);
        fits(new Json(JsonPath.of("$.temperature"), new Expected.Value(NODES.numberNode(0.5))), asked);
        fails(new Json(tenant, new Expected.Present(false)), asked, "json_path: $.metadata.tenant is '\"acme\"'");
        fails(
                new Json(tenant, new Expected.Value(new IntNode(1))),
                asked,
                "json_path: $.metadata.tenant is '\"acme\"', not '1'");
        fails(new Json(JsonPath.of("$.x"), new Expected.Value(new IntNode(1))), asked, "json_path: $.x is not there");
        fails(new Json(JsonPath.of("$.x"), new Expected.Present(true)), asked, "json_path: $.x is not there");
    }

    @Test
    void aBodyThatIsNoJsonHasNothing() {
        fails(new Json(JsonPath.of("$"), new Expected.Present(true)), user("x").body("{"), "json_path: $ is not there");
    }

    @Test
    void aBodyWithTooManyPlacesIsGivenUp() {
        var asked = user("x").body("[" + "[1],".repeat(60_000) + "1]");

        fails(
                new Json(JsonPath.of("$..*..*"), new Expected.Present(true)),
                asked,
                "json_path: $..*..* was given up: it leads to too many places");
    }

    @Test
    void aRegularExpressionFindsAPart() {
        fits(new Regex(BoundedPattern.of("in (\\w+)\\?")), user("What is the weather in Paris?"));
        fails(new Regex(BoundedPattern.of("^in")), user("not in"), "regex: '^in' is not found in 'not in'");
    }

    @Test
    void allConditionsTogetherAndEveryReason() {
        var match = Match.of(new ContentContains("a"), new Model("gpt-4o"), new ContentContains("b"));
        var subject = new Subject(user("x").asked());

        assertThat(match.match(subject))
                .isInstanceOfSatisfying(
                        Outcome.No.class,
                        no -> assertThat(no.reasons())
                                .containsExactly(
                                        "content_contains: 'a' is not in 'x'", "content_contains: 'b' is not in 'x'"));
        assertThat(match.fulfilled(subject)).isEqualTo(1);
    }

    private static void fits(Condition condition, AskedTrial asked) {
        assertThat(Match.of(condition).match(asked.asked())).isInstanceOf(Outcome.Yes.class);
    }

    private static void fails(Condition condition, AskedTrial asked, String reason) {
        assertThat(reasons(condition, asked)).containsExactly(reason);
    }

    private static List<String> reasons(Condition condition, AskedTrial asked) {
        return Match.of(condition).match(asked.asked()) instanceof Outcome.No no ? no.reasons() : List.of();
    }
}
