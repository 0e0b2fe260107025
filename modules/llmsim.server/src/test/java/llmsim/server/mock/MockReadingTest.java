package llmsim.server.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;
import llmsim.api.content.Role;
import llmsim.engine.configuration.LatencySettings;
import llmsim.engine.match.Condition;
import llmsim.engine.match.Match;
import llmsim.engine.mock.Mocks.OnNoMatch;
import llmsim.engine.mock.Response;
import llmsim.engine.script.ScriptedCall;
import llmsim.engine.script.ScriptedError;
import llmsim.server.document.ConfigurationError;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.JsonNodeFactory;

class MockReadingTest {
    private static final MockReading READING = Readings.mocks();

    @TempDir
    Path folder;

    @Test
    void readsEveryCondition() {
        var set = parse("""
                - match:
                    content_contains: [weather, paris]
                    system_contains: pirate
                    model: GPT-*
                    role: tool
                    tool: get_weather
                    tool_result: {contains: sunny, tool: get_weather}
                    header: {X-Tenant: acme, X-Other: {contains: b}}
                    path: "*/completions"
                    json_path: ["$.user", {expr: $.temperature, equals: 0.5}, {expr: $.top_p, exists: false}]
                  response: Hello
                """);

        assertThat(set.mocks().getFirst().match().conditions().stream().map(Condition::key))
                .containsExactly(
                        "content_contains",
                        "content_contains",
                        "system_contains",
                        "model",
                        "role",
                        "tool",
                        "tool_result",
                        "header",
                        "header",
                        "path",
                        "json_path",
                        "json_path",
                        "json_path");
        assertThat(set.mocks().getFirst().match().conditions())
                .contains(new Condition.LastRole(Role.TOOL), new Condition.Header("x-other", "b", false));
    }

    @Test
    void readsEveryResponse() throws IOException {
        Files.writeString(folder.resolve("text.txt"), "from a file");
        var set = READING.parse(folder.resolve("mocks.yaml"), """
                on_no_match: error
                mocks:
                  - {name: a, priority: 3, latency: {profile: opus}, response: {content: "{{plain}}"}}
                  - {match: {regex: "in (\\\\w+)"}, response: {template: "{{match.1}}"}}
                  - response: {content: Looking., tool_calls: [{name: f, arguments: {x: 1}, id: mine}]}
                  - response: {error: {kind: rate_limit}}
                  - response: {error: {kind: other, message: no, status_code: 503}}
                  - response: {generator: "fixed:Hello"}
                  - response: {file: text.txt}
                  - response: {sequence: [one, {content: two}, {error: {kind: timeout}}], on_exhausted: loop}
                """, error -> {
            throw new AssertionError(error.text());
        });

        assertThat(set.onNoMatch()).contains(OnNoMatch.ERROR);
        assertThat(set.files()).containsExactly(folder.resolve("mocks.yaml"), folder.resolve("text.txt"));
        var first = set.mocks().getFirst();
        assertThat(first.name()).contains("a");
        assertThat(first.priority()).isEqualTo(3);
        assertThat(first.latency()).contains(new LatencySettings.Named("opus"));
        assertThat(((Response.Said) set.mocks().get(2).response()).calls())
                .containsExactly(ScriptedCall.of(
                                "f", JsonNodeFactory.instance.objectNode().put("x", 1))
                        .withId("mine"));
        assertThat(set.mocks().get(3).response()).isEqualTo(new Response.Refused(new ScriptedError.RateLimit()));
        assertThat(set.mocks().get(4).response()).isEqualTo(new Response.Refused(new ScriptedError.Other("no", 503)));
        assertThat(set.mocks().get(5).response()).isInstanceOf(Response.Generated.class);
        assertThat(set.mocks().get(6).response()).isInstanceOf(Response.Said.class);
        assertThat(set.mocks().get(7).response()).isInstanceOfSatisfying(Response.Sequence.class, sequence -> {
            assertThat(sequence.loop()).isTrue();
            assertThat(sequence.responses()).hasSize(3);
        });
    }

    @Test
    void aMockWithoutMatchFitsEverything() {
        assertThat(parse("[{response: x}]").mocks().getFirst().match()).isEqualTo(Match.ANY);
    }

    @Test
    void jsonIsReadToo() {
        var set = READING.parse(Path.of("m.json"), "{\"mocks\":[{\"response\":{\"content\":\"x\"}}]}", _ -> {});

        assertThat(set.mocks()).hasSize(1);
        assertThat(set.onNoMatch()).isEmpty();
    }

    static Stream<Arguments> errors() {
        return Stream.of(
                arguments("mocks: x", "1:8: mocks must be a list, not 'x'"),
                arguments("mock: []", "1:1: unknown key 'mock'; did you mean 'mocks'?"),
                arguments("{}", "1:1: the file must have the key 'mocks'"),
                arguments("on_no_match: fail\nmocks: []", "1:14: on_no_match must be one of the choices, not 'fail'"),
                arguments("[x]", "1:2: mocks[0] must be keys with values, not 'x'"),
                arguments("[{}]", "1:2: mocks[0] must have the key 'response'"),
                arguments("[{respons: x}]", "1:3: unknown key 'mocks[0].respons'; did you mean 'response'?"),
                arguments("[{response: x, priority: high}]", "1:26: mocks[0].priority must be a whole number"),
                arguments("[{response: x, name: ''}]", "1:22: mocks[0].name must not be empty"),
                arguments("[{response: 1}]", "1:13: mocks[0].response must be a text, not '1'"),
                arguments("[{response: {}}]", "1:13: mocks[0].response must have one of content, template"),
                arguments("[{response: {content: a, file: b}}]", "1:13: mocks[0].response must have one of"),
                arguments(
                        "[{response: {content: a, error: {kind: timeout}}}]", "1:13: mocks[0].response must have one"),
                arguments(
                        "[{response: {error: {kind: slow}}}]",
                        "1:28: mocks[0].response.error.kind must be one of the choices, not 'slow'"),
                arguments(
                        "[{response: {template: '{{modle}}'}}]",
                        "1:24: mocks[0].response.template cannot be filled: unknown value '{{modle}}'; did you mean"
                                + " 'model'?"),
                arguments(
                        "[{response: {generator: lorm}}]",
                        "1:25: unknown generator 'lorm'; did you mean 'lorem'? choices:"),
                arguments("[{response: {tool_calls: []}}]", "1:26: mocks[0].response.tool_calls must not be empty"),
                arguments("[{response: {file: ../x}}]", "1:20: mocks[0].response.file must be within "),
                arguments(
                        "[{response: {file: none}}]",
                        "1:20: mocks[0].response.file names a file that cannot be read: there is no such file"),
                arguments("[{response: {sequence: []}}]", "1:24: mocks[0].response.sequence must not be empty"),
                arguments(
                        "[{response: {sequence: [a], content: b}}]",
                        "1:38: mocks[0].response.content cannot stand beside 'sequence'"),
                arguments(
                        "[{response: {sequence: [{sequence: [a]}]}}]",
                        "1:26: unknown key 'mocks[0].response.sequence[0].sequence'"),
                arguments(
                        "[{response: {content: a, on_exhausted: loop}}]",
                        "1:40: mocks[0].response.on_exhausted belongs to 'sequence'"),
                arguments("[{match: x, response: x}]", "1:10: mocks[0].match must be keys with values"),
                arguments(
                        "[{match: {contains: x}, response: x}]",
                        "1:11: unknown key 'mocks[0].match.contains'; choices: content_contains"),
                arguments("[{match: {regex: '('}, response: x}]", "1:18: mocks[0].match.regex: Unclosed group near"),
                arguments(
                        "[{match: {role: usr}, response: x}]", "1:17: mocks[0].match.role must be one of the choices"),
                arguments(
                        "[{match: {content_contains: ''}, response: x}]",
                        "1:29: mocks[0].match.content_contains must not be empty"),
                arguments(
                        "[{match: {header: {authorization: x}}, response: x}]",
                        "1:20: mocks[0].match.header.authorization is a credential, which llmsim does not keep"),
                arguments("[{match: {header: x}, response: x}]", "1:19: mocks[0].match.header must be names of header"),
                arguments(
                        "[{match: {json_path: a}, response: x}]",
                        "1:22: mocks[0].match.json_path: a path begins with $"),
                arguments(
                        "[{match: {json_path: {expr: $, equals: 1, exists: true}}, response: x}]",
                        "1:22: mocks[0].match.json_path must have 'equals' or 'exists', not both"),
                arguments(
                        "[{match: {json_path: {expr: $, exists: 1}}, response: x}]",
                        "1:40: mocks[0].match.json_path.exists must be true or false, not '1'"),
                arguments(
                        "[{latency: {profile: slw}, response: x}]", "1:22: mocks[0].latency.profile names no latency"),
                arguments("[{latency: {}, response: x}]", "1:12: mocks[0].latency must have one of the keys"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void anErrorHasItsPlace(String text, String error) {
        var errors = new ArrayList<ConfigurationError>();

        READING.parse(folder.resolve("m.yaml"), text, errors::add);

        assertThat(errors.stream().map(ConfigurationError::text))
                .anySatisfy(line -> assertThat(line).startsWith(folder.resolve("m.yaml") + ":" + error));
    }

    @Test
    void manyMocksAreRefused() {
        var errors = new ArrayList<ConfigurationError>();

        READING.parse(Path.of("m.yaml"), "- {response: x}\n".repeat(10_001), errors::add);

        assertThat(errors)
                .singleElement()
                .extracting(ConfigurationError::message)
                .asString()
                .contains("at most 10000");
    }

    @Test
    void aMissingFileIsAnErrorAndIsWatched() {
        var errors = new ArrayList<ConfigurationError>();
        var missing = folder.resolve("none.yaml");

        var set = READING.read(missing, errors::add);

        assertThat(errors).extracting(ConfigurationError::text).containsExactly(missing + ": there is no such file");
        assertThat(set.files()).containsExactly(missing);
    }

    @Test
    void aFileThatIsLargeOrNoTextIsRefused() throws IOException {
        Files.write(folder.resolve("large"), new byte[(1 << 20) + 1]);
        Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff});
        var errors = new ArrayList<ConfigurationError>();

        READING.parse(folder.resolve("m.yaml"), "[{response: {file: large}}, {response: {file: binary}}]", errors::add);

        assertThat(errors)
                .extracting(ConfigurationError::message)
                .satisfiesExactly(
                        large -> assertThat(large).contains("is larger than 1048576 bytes"),
                        binary -> assertThat(binary).contains("is not UTF-8 text: 'binary'"));
    }

    @Property
    void anyTextGivesMocksOrErrors(@ForAll("files") String text) {
        var errors = new ArrayList<ConfigurationError>();

        var set = READING.parse(Path.of("m.yaml"), text, errors::add);

        assertThat(set).isNotNull();
        assertThat(errors)
                .allSatisfy(
                        error -> assertThat(error.text()).startsWith("m.yaml").doesNotContain("\n"));
    }

    @Provide
    Arbitrary<String> files() {
        return Arbitraries.of(
                        "mocks",
                        "match",
                        "response",
                        "regex",
                        "header",
                        "json_path",
                        "tool_calls",
                        "sequence",
                        "error",
                        "template",
                        "{{x}}",
                        "file",
                        "latency",
                        "name",
                        "arguments",
                        ": ",
                        ":",
                        "- ",
                        "[",
                        "]",
                        "{",
                        "}",
                        ",",
                        "\n",
                        "\n  ",
                        "\n    ",
                        "'",
                        "\"",
                        "1",
                        "x",
                        "(",
                        "$",
                        "kind",
                        "on_no_match",
                        "&a",
                        "*a",
                        "\u0000",
                        "#")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }

    private static MockSet parse(String text) {
        return READING.parse(Path.of("m.yaml"), text, error -> {
            throw new AssertionError(error.text());
        });
    }
}
