package llmsim.engine.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import llmsim.api.content.Message;
import llmsim.api.content.Part;
import llmsim.api.content.Role;
import llmsim.api.prompt.Prompt;
import llmsim.api.prompt.SimRequest;
import llmsim.api.prompt.Tool;
import llmsim.api.prompt.ToolChoice;
import llmsim.engine.match.BoundedPattern;
import llmsim.engine.match.Condition;
import llmsim.engine.match.Folded;
import llmsim.engine.match.JsonPath;
import llmsim.engine.match.Match;
import llmsim.engine.match.Subject;
import llmsim.engine.trial.AskedTrial;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import tools.jackson.databind.node.JsonNodeFactory;

class MockIndexPropertyTest {
    @Property(tries = 2000)
    void choosesWhatLookingAtEachInOrderChooses(
            @ForAll("mocks") List<Mock> mocks, @ForAll("requests") AskedTrial request) {
        var asked = request.asked();
        var ordered = mocks.stream()
                .sorted(Comparator.comparingInt(Mock::priority).reversed())
                .toList();
        var naive = IntStream.range(0, ordered.size())
                .filter(i -> ordered.get(i).match().holds(new Subject(asked)))
                .findFirst();

        assertThat(new MockIndex(mocks).first(new Subject(asked))).isEqualTo(naive);
    }

    @Property
    void needlesFindWhatIsContained(
            @ForAll List<@Chars({'a', 'b', 'c'}) @StringLength(min = 1, max = 5) String> texts,
            @ForAll @Chars({'a', 'b', 'c', 'd'}) String text) {
        var found = new BitSet();
        var needles = IntStream.range(0, texts.size())
                .mapToObj(i -> new Needles.Needle(texts.get(i), i))
                .toList();

        Needles.of(needles).mark(text, found);

        assertThat(found.stream().boxed())
                .containsExactlyElementsOf(IntStream.range(0, texts.size())
                        .filter(i -> text.contains(texts.get(i)))
                        .boxed()
                        .toList());
    }

    @Property(tries = 5000)
    void whatFitsARegularExpressionContainsItsLiteral(
            @ForAll("expressions") String expression, @ForAll("texts") String text) {
        BoundedPattern pattern;
        try {
            pattern = BoundedPattern.of(expression);
        } catch (IllegalArgumentException _) {
            return;
        }
        var subject = new Subject(AskedTrial.user(text).asked());

        if (subject.find(pattern) instanceof BoundedPattern.Result.Found) {
            assertThat(Folded.of(text)).contains(Folded.of(Literal.in(expression)));
        }
    }

    @Property
    void theLiteralOfAPlainTextIsTheText(@ForAll @Chars({'a', 'b', ' '}) @StringLength(min = 3, max = 9) String text) {
        assertThat(Literal.in(text)).isEqualTo(text);
        assertThat(Literal.in("(?i)\\b" + text + "\\b\\.?")).isEqualTo(text);
        assertThat(Literal.in("(\\w+|x(?:[a-c]|\\()) " + text + "[xy]")).isEqualTo(" " + text);
        assertThat(Literal.in(text + "|x")).isEmpty();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "b", "c", "abc", "ABC", "😀", ".")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> expressions() {
        return Arbitraries.of(
                        "a", "b", "c", "abc", "😀", "?", "*", "+", ".", "(", ")", "[", "]", "(a|", "[ab]", "(?:", "{2}",
                        "{0,1}", "|", "^", "$", "\\b", "\\.", "\\w", "\\x61", "(?i)", "(?x)", "\\Qa\\E")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<List<Mock>> mocks() {
        var matches = conditions().list().ofMaxSize(3).map(Match::new);
        return Combinators.combine(matches, Arbitraries.integers().between(-1, 1))
                .as((match, priority) -> Mock.of(match, Response.text("x")).withPriority(priority))
                .list()
                .ofMaxSize(12);
    }

    private static Arbitrary<Condition> conditions() {
        var texts = words();
        var tree = JsonNodeFactory.instance;
        return Arbitraries.oneOf(
                texts.map(Condition.ContentContains::new),
                texts.map(Condition.SystemContains::new),
                texts.map(text -> new Condition.ToolResultContains(text, Optional.empty())),
                texts.map(text -> new Condition.ToolResultContains(text, Optional.of("f"))),
                Arbitraries.of("abc", "a+b", "^abcabc", "(?i)ABC", "c$")
                        .map(r -> new Condition.Regex(BoundedPattern.of(r))),
                Arbitraries.of("gpt-4o", "GPT-*", "m", "*").map(Condition.Model::new),
                Arbitraries.of(Role.values()).map(Condition.LastRole::new),
                Arbitraries.of("f", "g").map(Condition.Offered::new),
                Arbitraries.of("/v1/a", "/v1/*").map(Condition.Path::new),
                Arbitraries.of(true, false).map(whole -> new Condition.Header("X-A", "B", whole)),
                Arbitraries.of("x", "y")
                        .map(value -> new Condition.Json(
                                JsonPath.of("$..k"), new Condition.Expected.Value(tree.stringNode(value)))),
                Arbitraries.of(1, 2)
                        .map(value -> new Condition.Json(
                                JsonPath.of("$.k"), new Condition.Expected.Value(tree.numberNode(value)))),
                Arbitraries.of(true, false)
                        .map(there -> new Condition.Json(JsonPath.of("$.k"), new Condition.Expected.Present(there))));
    }

    private static Arbitrary<String> words() {
        return Arbitraries.strings().withChars("abcABC").ofMaxLength(4);
    }

    @Provide
    Arbitrary<AskedTrial> requests() {
        var text = Arbitraries.strings().withChars("abcABC").ofMaxLength(12);
        var messages = Combinators.combine(Arbitraries.of(Role.values()), text)
                .as(MockIndexPropertyTest::message)
                .list()
                .ofMaxSize(5);
        return Combinators.combine(
                        messages,
                        Arbitraries.of("gpt-4o", "GPT-4o", "m"),
                        Arbitraries.of("/v1/a", "/v1/b"),
                        Arbitraries.of("b", "B", "abc"),
                        Arbitraries.of("{\"k\":1.0}", "{\"k\":\"x\",\"a\":[{\"k\":\"y\"}]}", "{", "[]"),
                        Arbitraries.of(true, false))
                .as((list, model, path, header, body, tool) -> new AskedTrial(
                        SimRequest.of(Prompt.of(model, list)
                                .withTools(tool ? List.of(tool()) : List.of(), new ToolChoice.Auto(), true)),
                        path,
                        Map.of("x-a", header),
                        "",
                        body));
    }

    private static Message message(Role role, String text) {
        return switch (role) {
            case TOOL -> Message.of(role, List.of(new Part.ToolResult("1", List.of(new Part.Text(text)), false)));
            case ASSISTANT -> Message.of(role, List.of(new Part.Text(text), new Part.ToolCall("1", "f", "{}")));
            default -> Message.of(role, text);
        };
    }

    private static Tool tool() {
        return new Tool.Function("f", "", JsonNodeFactory.instance.objectNode(), false);
    }
}
