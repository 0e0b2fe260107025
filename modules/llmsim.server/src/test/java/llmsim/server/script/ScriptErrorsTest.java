package llmsim.server.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import llmsim.engine.latency.ProfileTable;
import llmsim.server.document.ConfigurationError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that can be wrong in a script has its place and its message. */
class ScriptErrorsTest {
    private static final ScriptReading READING = new ScriptReading(ProfileTable.standard());
    private static final String TYPES = "choices: assistant, tool_calls, mixed, error";
    private static final String KINDS = "choices: rate_limit, timeout, invalid_request, other";
    private static final String QUOTES = "; a text that looks like this needs quotes";

    @TempDir
    Path folder;

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("", ": the file is empty; it must have turns"),
                arguments("{}", ":1:1: the file must have the key 'turns'"),
                arguments("[]", ":1:1: the file must be keys with values, not a list"),
                arguments("null", ":1:1: the file must be keys with values, not nothing"),
                arguments("{\"turns\": []}", ":1:11: turns must not be empty"),
                arguments("{\"turns\": {}}", ":1:11: turns must be a list, not a mapping"),
                arguments("{\"turns\": null}", ":1:11: turns must be a list, not nothing"),
                arguments(
                        "{\"turn\": [], \"turns\": [{\"type\": \"assistant\", \"text\": \"\"}]}",
                        ":1:2: unknown key 'turn'; did you mean 'turns'? choices: on_exhausted, turns"),
                arguments(
                        turns("{\"type\": \"assistant\", \"text\": \"\"}], \"on_exhausted\": \"lop\"", ""),
                        ":1:64: on_exhausted must be one of the choices, not 'lop'; did you mean 'loop'?"
                                + " choices: repeat_last, error, loop"),
                arguments(
                        turns("{\"type\": \"assistant\", \"text\": \"\"}], \"on_exhausted\": 1", ""),
                        ":1:64: on_exhausted must be a text, not '1'" + QUOTES),
                arguments(turn("1"), ":1:12: turns[0] must be keys with values, not '1'"),
                arguments(turn("{}"), ":1:12: turns[0] must have the key 'type'"),
                arguments(
                        turn("{\"type\": \"asistant\"}"),
                        ":1:21: turns[0].type must be one of the choices, not 'asistant'; did you mean 'assistant'? "
                                + TYPES),
                arguments(turn("{\"type\": true}"), ":1:21: turns[0].type must be a text, not 'true'" + QUOTES),
                arguments(turn("{\"type\": \"assistant\"}"), ":1:12: turns[0] must have the key 'text'"),
                arguments(
                        turn("{\"type\": \"assistant\", \"text\": 42}"),
                        ":1:42: turns[0].text must be a text, not '42'" + QUOTES),
                arguments(
                        turn("{\"type\": \"assistant\", \"text\": null}"),
                        ":1:42: turns[0].text must be a text, not nothing"),
                arguments(
                        turn("{\"type\": \"assistant\", \"text\": [\"a\"]}"),
                        ":1:42: turns[0].text must be a text, not a list"),
                arguments(
                        turn("{\"type\": \"assistant\", \"text\": \"\", \"calls\": []}"),
                        ":1:46: unknown key 'turns[0].calls'; choices: type, text, fault, match, latency"),
                arguments(
                        turn("{\"type\": \"mixed\", \"txt\": \"\"}"),
                        ":1:12: turns[0] must have the key 'calls'\n"
                                + ":1:12: turns[0] must have the key 'text'\n"
                                + ":1:30: unknown key 'turns[0].txt'; did you mean 'text'?"
                                + " choices: type, text, calls, fault, match, latency"),
                arguments(turn("{\"type\": \"tool_calls\", \"calls\": []}"), ":1:44: turns[0].calls must not be empty"),
                arguments(
                        turn("{\"type\": \"tool_calls\", \"calls\": [{\"name\": \"f\"}, 5]}"),
                        ":1:45: turns[0].calls[0] must have the key 'arguments'\n"
                                + ":1:60: turns[0].calls[1] must be keys with values, not '5'"),
                arguments(
                        turn("{\"type\": \"tool_calls\", \"calls\": [{\"arguments\": {}}]}"),
                        ":1:45: turns[0].calls[0] must have the key 'name'"),
                arguments(
                        turn("{\"type\": \"tool_calls\", \"calls\": [{\"name\": \"\", \"arguments\": {}, \"id\": 3}]}"),
                        ":1:54: turns[0].calls[0].name must not be empty\n"
                                + ":1:81: turns[0].calls[0].id must be a text, not '3'" + QUOTES),
                arguments(
                        turn(
                                "{\"type\": \"tool_calls\", \"calls\": [{\"name\": \"f\", \"arguments\": {}, \"args\": 1}]}"),
                        ":1:76: unknown key 'turns[0].calls[0].args'; choices: name, arguments, id"),
                arguments(turn("{\"type\": \"error\"}"), ":1:12: turns[0] must have the key 'kind'"),
                arguments(
                        turn("{\"type\": \"error\", \"kind\": \"rate_limits\"}"),
                        ":1:38: turns[0].kind must be one of the choices, not 'rate_limits';"
                                + " did you mean 'rate_limit'? " + KINDS),
                arguments(
                        turn("{\"type\": \"error\", \"kind\": \"invalid_request\"}"),
                        ":1:12: turns[0] must have the key 'message'"),
                arguments(
                        turn("{\"type\": \"error\", \"kind\": \"other\"}"),
                        ":1:12: turns[0] must have the key 'message'"),
                arguments(
                        turn("{\"type\": \"error\", \"kind\": \"timeout\", \"message\": \"x\"}"),
                        ":1:49: unknown key 'turns[0].message'; choices: type, kind, match, latency"),
                arguments(
                        turn("{\"type\": \"error\", \"kind\": \"other\", \"message\": \"x\", \"status_code\": 200}"),
                        ":1:78: turns[0].status_code must be a whole number from 400 to 599, not '200'"),
                arguments(
                        turn(
                                "{\"type\": \"error\", \"kind\": \"other\", \"message\": \"x\", \"status_code\": \"500\"}"),
                        ":1:78: turns[0].status_code must be a whole number from 400 to 599, not '500'"),
                arguments(
                        turn("{\"type\": \"error\", \"kind\": \"other\", \"message\": \"x\", \"status_code\": 500.5}"),
                        ":1:78: turns[0].status_code must be a whole number from 400 to 599, not '500.5'"),
                arguments(
                        paced("{}"),
                        ":1:57: turns[0].latency must have one of the keys profile, ttft_mean_ms, ttft_stddev_ms,"
                                + " tbt_mean_ms, tbt_stddev_ms"),
                arguments(paced("\"fast\""), ":1:57: turns[0].latency must be keys with values, not 'fast'"),
                arguments(
                        paced("{\"ttft_mean_ms\": -1}"),
                        ":1:74: turns[0].latency.ttft_mean_ms must be a number of ms from 0 to 3600000, not '-1'"),
                arguments(
                        paced("{\"ttft_mean\": 1}"),
                        ":1:57: turns[0].latency must have one of the keys profile, ttft_mean_ms, ttft_stddev_ms,"
                                + " tbt_mean_ms, tbt_stddev_ms\n"
                                + ":1:58: unknown key 'turns[0].latency.ttft_mean'; did you mean 'ttft_mean_ms'?"
                                + " choices: profile, ttft_mean_ms, ttft_stddev_ms, tbt_mean_ms, tbt_stddev_ms"),
                arguments(
                        matched("{\"contents\": \"a\"}"),
                        ":1:56: unknown key 'turns[0].match.contents'; choices: content_contains, system_contains, model,"
                                + " regex, role, tool, tool_result, header, path, json_path"),
                arguments(
                        matched("{\"role\": \"usr\"}"),
                        ":1:64: turns[0].match.role must be one of the choices, not 'usr'; did you mean 'user'?"
                                + " choices: system, developer, user, assistant, tool"),
                arguments(matched("{\"regex\": \"a(\"}"), ":1:65: turns[0].match.regex: "),
                arguments(
                        matched("{\"content_contains\": 1}"),
                        ":1:76: turns[0].match.content_contains must be a text, not '1'" + QUOTES),
                arguments("{\"turns\": [\n  {\"type\": \"assistant\",,}]}", ":2:24: not valid JSON: Unexpected"));
    }

    private static String matched(String match) {
        return turn("{\"type\": \"assistant\", \"text\": \"\", \"match\": " + match + "}");
    }

    private static String paced(String latency) {
        return turn("{\"type\": \"assistant\", \"text\": \"\", \"latency\": " + latency + "}");
    }

    private static String turn(String turn) {
        return turns(turn, "]");
    }

    private static String turns(String turn, String end) {
        return "{\"turns\": [" + turn + end + "}";
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeHasItsPlaceAndWhatWouldBeRight(String json, String messages) {
        assertThat(errors("FILE", json))
                .startsWith(messages.lines().map("FILE"::concat).collect(Collectors.joining("\n")));
    }

    @Test
    void anUnknownProfileIsNamed() {
        assertThat(errors("FILE", paced("{\"profile\": \"fats\"}")))
                .startsWith("FILE:1:69: turns[0].latency.profile names no latency profile: 'fats';"
                        + " did you mean 'fast'? choices: gpt5, ");
    }

    @Test
    void yamlIsToldApartAsWell() {
        assertThat(errors("FILE", "turns:\n  - type: assistant\n    text: 42\n  - type: error\n    kind: timout\n"))
                .isEqualTo("FILE:3:11: turns[0].text must be a text, not '42'" + QUOTES + "\n"
                        + "FILE:5:11: turns[1].kind must be one of the choices, not 'timout';"
                        + " did you mean 'timeout'? " + KINDS);
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        var huge = Files.writeString(folder.resolve("huge.json"), " ".repeat((16 << 20) + 1));

        assertThat(errors(folder.resolve("none.json"))).isEqualTo(folder + "/none.json: there is no such file");
        assertThat(errors(folder)).isEqualTo(folder + ": this is a folder, not a file");
        assertThat(errors(huge)).isEqualTo(huge + ": cannot be read: the file is larger than 16777216 bytes");
        assertThat(errors(Files.write(folder.resolve("a.json"), new byte[] {(byte) 0xC3, 0x28})))
                .endsWith("a.json: the file is not UTF-8 text");
    }

    private static String errors(Path file) {
        var errors = new ArrayList<ConfigurationError>();
        assertThat(READING.read(file, errors::add)).isEmpty();
        return text(errors);
    }

    private static String errors(String file, String text) {
        var errors = new ArrayList<ConfigurationError>();
        assertThat(READING.parse(file, text, errors::add)).isEmpty();
        return text(errors);
    }

    private static String text(List<ConfigurationError> errors) {
        return errors.stream().map(ConfigurationError::text).sorted().collect(Collectors.joining("\n"));
    }
}
