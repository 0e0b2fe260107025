package llmsim.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import llmsim.engine.configuration.Breakage;
import llmsim.server.document.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that can be wrong in a configuration file has its place and its message. */
class FileErrorsTest {
    @TempDir
    Path folder;

    private static String namesBelow(String group) {
        return SettingsTable.ALL.stream()
                .map(Setting::key)
                .filter(key -> key.startsWith(group))
                .map(key -> key.substring(group.length()).split("\\.", 2)[0])
                .distinct()
                .collect(Collectors.joining(", "));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments(
                        "server:\n  prot: 1",
                        ":2:3: unknown key 'server.prot'; did you mean 'port'? choices: " + namesBelow("server.")),
                arguments("port: 8080", ":1:1: unknown key 'port'; did you mean 'server.port'?"),
                arguments(
                        "sevrer:\n  port: 1",
                        ":1:1: unknown key 'sevrer'; did you mean 'server'?" + " choices: " + namesBelow("")),
                arguments("models:\n  zzzzzzzz: 1", ":2:3: unknown key 'models.zzzzzzzz'; choices: available, strict"),
                arguments(
                        "server:\n  port: eighty",
                        ":2:9: server.port must be a whole number from 0 to 65535, not 'eighty'"),
                arguments(
                        "server:\n  port: 65536",
                        ":2:9: server.port must be a whole number from 0 to 65535, not '65536'"),
                arguments("server:\n  port:", ":2:8: server.port must be a whole number from 0 to 65535, not nothing"),
                arguments(
                        "server:\n  port: [1, 2]",
                        ":2:9: server.port must be a whole number from 0 to 65535, not a list"),
                arguments(
                        "server:\n  port: {a: 1}",
                        ":2:9: server.port must be a whole number from 0 to 65535, not a mapping"),
                arguments(
                        "faults:\n  - {fault: rest@12, rate: 0.1}",
                        ":2:13: faults[0].fault: there is no fault 'rest'; did you mean 'reset'? choices: "
                                + String.join(", ", Breakage.names())),
                arguments("faults:\n  - {fault: reset}", ":2:5: faults[0] must have the key 'rate'"),
                arguments(
                        "faults:\n  - {fault: reset, rate: 1.5}",
                        ":2:26: faults[0].rate must be a number from 0 to 1, not '1.5'"),
                arguments(
                        "faults:\n  - {fault: reset, rate: 1, model: x}",
                        ":2:29: unknown key 'faults[0].model'; did you mean 'models'? choices: fault, rate, models,"
                                + " providers"),
                arguments(
                        "faults:\n  - {fault: reset, rate: 0.6}\n  - {fault: close, rate: 0.6}",
                        ":2:3: faults must have rates that add up to at most 1 for each answer, but [0] reset, [1] close"
                                + " can meet the same one, and are 1.2 together"),
                arguments("faults: 3", ":1:9: faults must be a list, not '3'"),
                arguments(
                        "errors:\n  rate_limit_rate: -0.1",
                        ":2:20: errors.rate_limit_rate must be a number from 0 to 1, not '-0.1'"),
                arguments(
                        "errors:\n  timeout_rate: NaN",
                        ":2:17: errors.timeout_rate must be a number from 0 to 1, not 'NaN'"),
                arguments(
                        "errors:\n  timeout_rate: Infinity",
                        ":2:17: errors.timeout_rate must be a number from 0 to 1, not 'Infinity'"),
                arguments(
                        "errors:\n  auth_error_rate: 1.01",
                        ":2:20: errors.auth_error_rate must be a number from 0 to 1, not '1.01'"),
                arguments(
                        "errors:\n  rate_limit_rate: 0.6\n  timeout_rate: 0.5",
                        ":3:17: errors: the rates must add up to at most 1, not 1.1"),
                arguments(
                        "errors:\n  preset: chaos\n  auth_error_rate: 0.9",
                        ":3:20: errors: the rates must add up to at most 1, not 1.12"),
                arguments(
                        "errors:\n  preset: chaoss",
                        ":2:11: errors.preset must be one of the choices, not 'chaoss'; did you mean 'chaos'?"
                                + " choices: none, chaos, rate_limited"),
                arguments("server: 8080", ":1:9: server must be keys with values, not '8080'"),
                arguments("- a\n- b", ":1:1: must be keys with values, not a list"),
                arguments(
                        "server:\n  max_body_bytes: -1",
                        ":2:19: server.max_body_bytes must be a whole number from 1 to 1073741824, not '-1'"),
                arguments(
                        "latency:\n  tbt_mean_ms: .nan",
                        ":2:16: latency.tbt_mean_ms must be a number of ms from 0 to 3600000, not '.nan'"),
                arguments(
                        "latency:\n  tbt_mean_ms: NaN",
                        ":2:16: latency.tbt_mean_ms must be a number of ms from 0 to 3600000, not 'NaN'"),
                arguments(
                        "server:\n  cors_origin: example",
                        ":2:16: server.cors_origin must be an origin such as https://app.example, * or none,"
                                + " not 'example'"),
                arguments("models:\n  strict: yes", ":2:11: models.strict must be true or false, not 'yes'"),
                arguments(
                        "models:\n  available: [gpt-5, {a: b}]",
                        ":2:22: models.available must be a list of model names, not a mapping"),
                arguments(
                        "log:\n  format: jsn",
                        ":2:11: log.format must be one of the choices, not 'jsn'; did you mean 'json'?"
                                + " choices: human, json"),
                arguments(
                        "seed: 1\nserver: {}\nseed: 2",
                        ":3:1: 'seed' stands here a second time; the first is at FILE:1:1"),
                arguments("server:\n\tport: 1", ":2:1: a tab stands here; YAML is indented with blanks"),
                arguments("seed: &a 1", ":1:7: anchors (&name) are not read"),
                arguments("seed: *a", ":1:7: aliases (*name) are not read"),
                arguments("seed: !!java.net.URL x", ":1:7: tags (!name) are not read"),
                arguments("? [a]\n: 1", ":1:3: a key must be a name, not a list"),
                arguments("seed: 1\n---\nseed: 2", ":2:1: there must be only one document in the file"),
                arguments("seed: " + "[".repeat(20), ":1:23: nested deeper than 16 levels"),
                arguments("seed: \"1", ":1:9: not valid YAML: found unexpected end of stream"),
                arguments("scripts:\n  named: {a: [b]}", ":2:14: scripts.named must be a file, not a list"),
                arguments("scripts:\n  named: a", ":2:10: scripts.named must be names with files, not 'a'"),
                arguments(
                        "scripts:\n  session: key",
                        ":2:12: scripts.session must be one of the choices, not 'key'; choices: header, api_key"),
                arguments("mocks: {}", ":1:8: mocks must be a list, not a mapping"),
                arguments(
                        "server:\n  api_keys: []",
                        ":2:13: server.api_keys must be API keys: a list of texts without blanks"),
                arguments(
                        "plugins:\n  generators: [a]",
                        ":2:15: plugins.generators must be names with settings, not a list"),
                arguments(
                        "plugins:\n  profiles:\n    slow: 5",
                        ":3:11: plugins.profiles must be keys with values, not '5'"),
                arguments(
                        "plugins:\n  profiles:\n    slow: {factor: [1]}",
                        ":3:20: plugins.profiles must be a text, a number, or true or false, not a list"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeHasItsPlaceAndWhatWouldBeRight(String yaml, String message) throws IOException {
        var file = Files.writeString(folder.resolve("llmsim.yaml"), yaml);

        var errors = errorsOf(file);

        assertThat(errors).isEqualTo(file + message.replace("FILE", file.toString()));
    }

    @Test
    void allMistakesAreToldAtOnce() throws IOException {
        var file = Files.writeString(
                folder.resolve("llmsim.yaml"),
                "server:\n  prot: 1\n  port: x\nseed: 1.5\nerrors: {rates: 1}\nlog: {level: al}\n");

        assertThat(errorsOf(file)
                        .lines()
                        .map(line -> line.substring(file.toString().length())))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith(":2:3: unknown key 'server.prot'"),
                        line -> assertThat(line).startsWith(":3:9: server.port must be"),
                        line -> assertThat(line).isEqualTo(":4:7: seed must be a whole number, not '1.5'"),
                        line -> assertThat(line).startsWith(":5:10: unknown key 'errors.rates'"),
                        line -> assertThat(line).startsWith(":6:14: log.level must be"));
    }

    @Test
    void aBillionLaughsAreRefused() throws IOException {
        var bomb = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x]\n");
        for (var c = 'b'; c <= 'i'; c++) {
            bomb.append(c + ": &" + c + " [" + ("*" + (char) (c - 1) + ",").repeat(9) + "]\n");
        }
        var file = Files.writeString(folder.resolve("llmsim.yaml"), bomb);

        assertThat(errorsOf(file)).contains("anchors (&name) are not read", "aliases (*name) are not read");
    }

    @Test
    void aMissingFileIsNamed() {
        var file = folder.resolve("none.yaml");

        assertThat(errorsOf(file)).isEqualTo(file + ": there is no such file");
    }

    @Test
    void aFolderIsNoFile() {
        assertThat(errorsOf(folder)).isEqualTo(folder + ": this is a folder, not a file");
    }

    @Test
    void aFileOfAnotherEncodingIsNamed() throws IOException {
        var file = Files.write(folder.resolve("llmsim.yaml"), new byte[] {(byte) 0xC3, 0x28});

        assertThat(errorsOf(file)).isEqualTo(file + ": the file is not UTF-8 text");
    }

    @Test
    void aHugeFileIsNotReadWhole() throws IOException {
        var file = Files.writeString(folder.resolve("llmsim.yaml"), "#".repeat((1 << 20) + 1));

        assertThat(errorsOf(file)).isEqualTo(file + ": cannot be read: the file is larger than 1048576 bytes");
    }

    @Test
    void aControlCharacterIsNoYaml() throws IOException {
        var file = Files.writeString(folder.resolve("llmsim.yaml"), "seed: \u0007");

        assertThat(errorsOf(file)).startsWith(file + ": ").contains("special characters are not allowed");
    }

    @Test
    void anEmptyFileSaysNothing() throws IOException {
        assertThat(errorsOf(Files.writeString(folder.resolve("a.yaml"), ""))).isEmpty();
        assertThat(errorsOf(Files.writeString(folder.resolve("b.yaml"), "# nothing\nserver:\n")))
                .isEmpty();
    }

    private static String errorsOf(Path file) {
        var errors = SettingsReading.read(Sources.NONE.withFile(file)).errors();
        return errors.isEmpty() ? "" : new ConfigurationException(errors).getMessage();
    }
}
