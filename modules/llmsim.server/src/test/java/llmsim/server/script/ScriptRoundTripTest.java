package llmsim.server.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import llmsim.api.content.Role;
import llmsim.engine.configuration.LatencySettings;
import llmsim.engine.configuration.StreamFault;
import llmsim.engine.latency.ProfileTable;
import llmsim.engine.match.Condition;
import llmsim.engine.match.JsonPath;
import llmsim.engine.match.Match;
import llmsim.engine.script.OnExhausted;
import llmsim.engine.script.Script;
import llmsim.engine.script.ScriptedCall;
import llmsim.engine.script.ScriptedError;
import llmsim.engine.script.Turn;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What is written is read as it was, from JSON and from YAML. */
class ScriptRoundTripTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Property(tries = 500)
    void whatIsWrittenIsReadAsItWas(@ForAll("scripts") Script script) {
        var text = ScriptWriting.json(script).toString();

        assertThat(read("a.json", text)).isEqualTo(script);
        assertThat(read("a.yaml", text)).isEqualTo(script);
        assertThat(ScriptWriting.json(read("a.json", text)).toString()).isEqualTo(text);
    }

    private static Script read(String name, String text) {
        return new ScriptReading(ProfileTable.standard())
                .parse(name, text, error -> {
                    throw new AssertionError(error.text() + "\n" + text);
                })
                .orElseThrow();
    }

    @Provide
    Arbitrary<Script> scripts() {
        return Combinators.combine(
                        Arbitraries.of(OnExhausted.values()),
                        turns().list().ofMinSize(1).ofMaxSize(5))
                .as(Script::new);
    }

    private static Arbitrary<Turn> turns() {
        return Combinators.combine(contents(), matches(), paces().optional(), faults().optional())
                .as((content, match, pace, fault) ->
                        new Turn(content, match, pace, fault.filter(_ -> !(content instanceof Turn.Failure))));
    }

    /** At most one of a kind, in the order in which they are read; a regular expression is equal to itself alone. */
    private static Arbitrary<Match> matches() {
        return Combinators.combine(
                        names().<Condition>map(Condition.ContentContains::new).optional(),
                        names().<Condition>map(Condition.Model::new).optional(),
                        Arbitraries.of(Role.values())
                                .<Condition>map(Condition.LastRole::new)
                                .optional(),
                        names().<Condition>map(Condition.Offered::new).optional(),
                        Combinators.combine(texts(), texts().optional())
                                .<Condition>as(Condition.ToolResultContains::new)
                                .optional(),
                        Combinators.combine(texts(), Arbitraries.of(true, false))
                                .<Condition>as((text, whole) -> new Condition.Header("x-team", text, whole))
                                .optional(),
                        json(1).<Condition>map(value ->
                                        new Condition.Json(JsonPath.of("$.a[0]"), new Condition.Expected.Value(value)))
                                .optional())
                .as((content, model, role, tool, result, header, json) ->
                        new Match(Stream.of(content, model, role, tool, result, header, json)
                                .flatMap(Optional::stream)
                                .toList()));
    }

    private static Arbitrary<Turn.Content> contents() {
        var calls = calls().list().ofMinSize(1).ofMaxSize(3);
        return Arbitraries.oneOf(
                texts().map(Turn.Assistant::new),
                calls.map(Turn.ToolCalls::new),
                Combinators.combine(texts(), calls).as(Turn.Mixed::new),
                errors().map(Turn.Failure::new));
    }

    private static Arbitrary<ScriptedError> errors() {
        return Arbitraries.oneOf(
                Arbitraries.just(new ScriptedError.RateLimit()),
                Arbitraries.just(new ScriptedError.Timeout()),
                texts().map(ScriptedError.InvalidRequest::new),
                Combinators.combine(texts(), Arbitraries.integers().between(400, 599))
                        .as(ScriptedError.Other::new));
    }

    private static Arbitrary<StreamFault> faults() {
        return Arbitraries.of("reset@12", "stall:250ms@50%", "close@1500ms", "trickle:5ms", "crlf", "hang")
                .map(StreamFault::parse);
    }

    private static Arbitrary<LatencySettings> paces() {
        var millis = Arbitraries.doubles().between(0, 3_600_000);
        return Arbitraries.oneOf(
                Arbitraries.of(ProfileTable.standard().names()).map(LatencySettings.Named::new),
                Combinators.combine(millis, millis, millis, millis).as(LatencySettings.Custom::new));
    }

    private static Arbitrary<ScriptedCall> calls() {
        return Combinators.combine(names(), json(3), names().optional()).as(ScriptedCall::new);
    }

    private static Arbitrary<String> names() {
        return texts().filter(text -> !text.isBlank());
    }

    /** Texts of whole code points, and such as look like something else. */
    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.of("true", "null", "1", "-0.5", "~", "", " ", "a: b", "#", "'", "\"", "\\", "- x", "😀"),
                Arbitraries.strings().ofMaxLength(12).filter(ScriptRoundTripTest::isPlain));
    }

    /** YAML has no way for some characters to stand as they are, which JSON takes. */
    private static boolean isPlain(String text) {
        return text.codePoints()
                .noneMatch(each -> Character.getType(each) == Character.SURROGATE
                        || Character.isISOControl(each)
                        || Character.getType(each) == Character.UNASSIGNED
                        || each == 0x2028
                        || each == 0x2029
                        || each == 0xFEFF
                        || each == 0xFFFE
                        || each == 0xFFFF);
    }

    private static Arbitrary<JsonNode> json(int depth) {
        var leaves = Arbitraries.oneOf(
                texts().map(JSON::stringNode),
                Arbitraries.integers().map(JSON::numberNode),
                Arbitraries.longs().filter(each -> (int) (long) each != each).map(JSON::numberNode),
                Arbitraries.bigDecimals()
                        .ofScale(3)
                        .map(BigDecimal::stripTrailingZeros)
                        .filter(each -> each.scale() > 0)
                        .map(JSON::numberNode),
                Arbitraries.of(JSON.booleanNode(true), JSON.booleanNode(false), JSON.nullNode()));
        Arbitrary<JsonNode> values = leaves.map(leaf -> (JsonNode) leaf);
        if (depth == 0) {
            return values;
        }
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(2, values),
                net.jqwik.api.Tuple.of(1, json(depth - 1).list().ofMaxSize(3).map(ScriptRoundTripTest::array)),
                net.jqwik.api.Tuple.of(
                        1,
                        Arbitraries.maps(texts(), json(depth - 1)).ofMaxSize(3).map(fields -> {
                            var object = JSON.objectNode();
                            fields.forEach(object::set);
                            return (JsonNode) object;
                        })));
    }

    private static JsonNode array(List<JsonNode> items) {
        var array = JSON.arrayNode();
        items.forEach(array::add);
        return array;
    }
}
