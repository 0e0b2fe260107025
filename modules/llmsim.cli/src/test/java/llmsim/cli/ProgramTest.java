package llmsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What the program says when it is asked rightly, and when it is not. */
class ProgramTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serve --prot 1|unknown option '--prot'; did you mean '--port'?",
                "srve|unknown argument 'srve'; did you mean 'serve'?",
                "config chek|unknown argument 'chek'; did you mean 'check'?",
                "config explain sed|unknown key 'sed'; did you mean 'seed'?",
                "config explain nonsense|unknown key 'nonsense'; 'llmsim config explain' lists them",
                "serve --port|Missing required parameter for option '--port' (N)",
                "serve --port 1 --port 2|--port stands there 2 times",
                "script validat|unknown argument 'validat'; did you mean 'validate'?",
                "script validate|FILE is missing",
                "mock|FILE is missing",
                "top --url localhost:8080|--url must be like http://localhost:8080, not 'localhost:8080'",
                "top --url http://a/b|--url must be like http://localhost:8080, not 'http://a/b'",
                "serve --set seed|--set must be KEY=VALUE, not 'seed'",
                "config check|FILE is missing, and LLMSIM_CONFIG names none",
                "tokens|Missing required option: '--model=MODEL'"
            })
    void aWrongArgumentIsOneLineAndAHint(String args, String message) {
        var ran = Ran.of(args.split(" "));

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines()).hasSize(2).first().isEqualTo("llmsim: " + message);
        assertThat(ran.err().lines().toList().getLast())
                .startsWith("Try 'llmsim")
                .endsWith("--help'.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serve --port x|--port: must be a whole number from 0 to 65535, not 'x'",
                "serve --target-tokens 0|--target-tokens: must be a whole number from 1 to 1000000, not '0'",
                "serve --seed 1.5|--seed: must be a whole number, not '1.5'",
                "serve --log-format xml|--log-format: must be one of the choices, not 'xml'; choices: human, json",
                "serve --generator lorm|--generator: unknown generator 'lorm'; did you mean 'lorem'?"
                        + " choices: echo, fixed, lorem, random, sequence (llmsim.engine)",
                "serve --generator fixed|--generator: the generator 'fixed' needs the text that it says behind a colon,"
                        + " such as 'fixed:Hello!'",
                "serve --generator lorem:x|--generator: the generator 'lorem' takes no text behind a colon, but got 'x';"
                        + " 'fixed:x' says that text",
                "serve --set store.name=redis|--set store.name: unknown store 'redis'; choices: memory (llmsim.engine)",
                "serve --set tokens.tokenizer=x|--set tokens.tokenizer: unknown tokenizer 'x';"
                        + " choices: jtokkit (llmsim.tokens)",
                "serve --set models.b=1|--set models.b: unknown key 'models.b'; choices: available, strict",
                "serve --set plugins.generators.lorem.ordr=1|--set plugins.generators.lorem.ordr: unknown setting 'ordr';"
                        + " there is none to set",
                "serve --set plugins.generators.echo.ordr=1|--set plugins.generators.echo.ordr: unknown setting 'ordr';"
                        + " there is none to set",
                "serve --set plugins.profiles.fast.mean=1|--set plugins.profiles.fast.mean: unknown setting 'mean';"
                        + " there is none to set",
                "serve --set plugins.tokenizers.jtokkit.x=1|--set plugins.tokenizers.jtokkit.x: unknown setting 'x';"
                        + " there is none to set",
                "serve --set plugins.providers.openai.x=1|--set plugins.providers.openai.x: unknown setting 'x';"
                        + " there is none to set",
                "serve --set plugins.stores.memory.max_byte=1|--set plugins.stores.memory.max_byte: unknown setting"
                        + " 'max_byte'; did you mean 'max_bytes'? choices: max_documents, max_bytes",
                "serve --plugins nowhere|--plugins: there is no folder nowhere",
                "serve --config nowhere.yaml|nowhere.yaml: there is no such file",
                "config check nowhere.yaml|nowhere.yaml: there is no such file"
            })
    void aWrongSettingIsOneLine(String args, String message) {
        var ran = Ran.of(args.split(" "));

        assertThat(ran.err()).isEqualToIgnoringNewLines("llmsim: " + message);
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void anUnknownProfileListsAll() {
        var ran = Ran.of("serve", "--latency", "fats");

        assertThat(ran.err())
                .startsWith("llmsim: --latency: unknown latency profile 'fats'; did you mean 'fast'? choices: gpt5,")
                .contains("instant, fast (llmsim.engine)");
    }

    @Test
    void everyErrorOfAFileIsShownWithItsPlace() throws IOException {
        var file = Files.writeString(folder.resolve("llmsim.yaml"), """
                server: {port: 99999}
                response: {generator: lorm}
                latency: {profile: fats}
                plugins: {generators: {markov: {order: 2}}}
                """);

        var ran = Ran.of("config", "check", file.toString());

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("llmsim: " + file + ":1:16: server.port must be"),
                        line -> assertThat(line).startsWith("llmsim: " + file + ":2:23: unknown generator 'lorm';"),
                        line -> assertThat(line)
                                .startsWith("llmsim: " + file + ":3:20: unknown latency profile 'fats'"),
                        line -> assertThat(line).startsWith("llmsim: " + file + ":4:24: unknown generator 'markov';"));
    }

    @Test
    void aRightFileIsRight() throws IOException {
        var file = Files.writeString(folder.resolve("llmsim.yaml"), "latency: {profile: gpt-5}\nseed: 1\n");

        var ran = Ran.of("config", "check", file.toString());

        assertThat(ran.out()).isEqualToIgnoringNewLines(file + " is right.");
        assertThat(ran.exitCode()).isZero();
    }

    @Test
    void theFileToCheckCanBeInTheEnvironment() throws IOException {
        var file = Files.writeString(folder.resolve("llmsim.yaml"), "seed: 1\n");
        var environment = Map.of("LLMSIM_CONFIG", file.toString());

        var ran = Ran.with(environment, "", _ -> {}, "config", "check");

        assertThat(ran.out()).isEqualToIgnoringNewLines(file + " is right.");
        assertThat(ran.exitCode()).isZero();
    }

    @Test
    void explainShowsEachValueAndItsSource() throws IOException {
        var file = Files.writeString(folder.resolve("llmsim.yaml"), "seed: 1\nserver: {host: localhost}\n");
        var environment = Map.of("LLMSIM_RESPONSE_TARGET_TOKENS", "7", "LLMSIM_CONFIG", file.toString());

        var ran = Ran.with(environment, "", _ -> {}, "config", "explain", "--port", "9000");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out().lines())
                .anyMatch(line -> line.matches("server.port +9000 +--port"))
                .anyMatch(line -> line.matches("response.target_tokens +7 +LLMSIM_RESPONSE_TARGET_TOKENS"))
                .anyMatch(line -> line.startsWith("seed ") && line.endsWith(file + ":1:7"))
                .anyMatch(line -> line.matches("latency.profile +- +default"))
                .anyMatch(line -> line.matches("store.name +memory +default"));
    }

    @Test
    void explainSaysWhatASettingDoes() {
        var ran = Ran.of("config", "explain", "latency.profile");

        assertThat(ran.out().lines())
                .anyMatch(line -> line.startsWith("latency.profile - Latency profile for all requests"))
                .anyMatch(line -> line.matches(" +flag +--latency"))
                .anyMatch(line -> line.matches(" +environment +LLMSIM_LATENCY_PROFILE"));
        assertThat(Ran.of("config", "explain", "server.port").out().lines())
                .anyMatch(line -> line.matches(" +environment +LLMSIM_PORT or LLMSIM_SERVER_PORT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "config", "models", "tokens", "config check", "config explain"})
    void everyCommandHasHelp(String command) {
        var ran = Ran.of((command + " --help").split(" "));

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).startsWith("Usage: llmsim " + command).contains("Show this help.");
    }

    @Test
    void withoutACommandThereIsHelp() {
        assertThat(Ran.of().out()).contains("Commands:", "serve", "config", "models", "tokens", "Examples:");
        assertThat(Ran.of("help", "serve").out()).contains("--generator", "--latency", "--seed");
        assertThat(Ran.of("serve", "--help").out()).contains("--script", "--tui");
    }

    @Test
    void theVersionIsTheBuilds() {
        assertThat(Ran.of("--version").out()).matches("llmsim \\d+\\.\\d+\\.\\d+.*\\R");
    }

    @Test
    void tokensOfAnArgumentAFileOrTheInput() throws IOException {
        var file = Files.writeString(folder.resolve("prompt.txt"), "Hello world");

        assertThat(Ran.of("tokens", "--model", "gpt-5", "Hello", "world").out())
                .isEqualToIgnoringNewLines("2 tokens for gpt-5 (o200k_base)");
        assertThat(Ran.of("tokens", "--model", "gpt-4", "--file", file.toString())
                        .out())
                .isEqualToIgnoringNewLines("2 tokens for gpt-4 (cl100k_base)");
        assertThat(Ran.with(Map.of(), "Hello", _ -> {}, "tokens", "-m", "gpt-5").out())
                .isEqualToIgnoringNewLines("1 token for gpt-5 (o200k_base)");
    }

    @Test
    void aFileThatIsNotThereIsAFailure() {
        var ran = Ran.of("tokens", "--model", "gpt-5", "--file", "nowhere.txt");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err())
                .isEqualToIgnoringNewLines("llmsim: the text cannot be read: there is no file nowhere.txt");
    }

    @Test
    void modelsAreATableOrJson() {
        var table = Ran.of("models").out();
        var json = JsonMapper.shared()
                .readTree(Ran.of("models", "--json", "--provider", "openai").out());

        assertThat(table.lines().toList().getFirst()).matches("MODEL +PROVIDER +CONTEXT +OUTPUT +TAKES +THINKS");
        assertThat(table.lines()).anyMatch(line -> line.matches("gpt-4o +openai +128000 +16384 +image,.*text.* +no"));
        assertThat(table).contains("claude-");
        assertThat(json.size()).isPositive();
        assertThat(json)
                .allMatch(model -> model.get("id").isString()
                        && model.get("context_window").isInt());
        assertThat(json.findValuesAsString("id")).contains("gpt-4o");
    }

    @Test
    void modelsOfAnUnknownProviderAreAnError() {
        var ran = Ran.of("models", "--provider", "opnai");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).startsWith("llmsim: no model is listed by 'opnai'; did you mean 'openai'? choices: ");
    }

    @Test
    void modelsAreThoseThatAreAvailable() {
        var ran = Ran.with(Map.of("LLMSIM_MODELS_AVAILABLE", "gpt-4o,o3"), "", _ -> {}, "models");

        assertThat(ran.out().lines()).hasSize(3);
    }

    @Test
    void aRightScriptHasAWordAboutIt() throws IOException {
        var one = script("one.json", "{\"turns\": [{\"type\": \"assistant\", \"text\": \"Hi\"}]}");
        var two = script(
                "two.yaml", "on_exhausted: loop\nturns: [{type: error, kind: timeout}, {type: assistant, text: a}]");

        var ran = Ran.of("script", "validate", one, two);

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out().lines())
                .containsExactly(one + " is right: 1 turn, then repeat_last", two + " is right: 2 turns, then loop");
    }

    @Test
    void allErrorsOfAllScriptsAreTold() throws IOException {
        var right = script("right.yaml", "turns: [{type: error, kind: timeout}]");
        var wrong = script("wrong.yaml", "turns:\n  - type: asistant\n  - {type: error, kind: other}\nloop: true");

        var ran = Ran.of("script", "validate", right, wrong, folder + "/none.json");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.out()).isEqualToIgnoringNewLines(right + " is right: 1 turn, then repeat_last");
        assertThat(ran.err().lines())
                .anyMatch(line -> line.startsWith("llmsim: " + wrong + ":2:11: turns[0].type must be one of"))
                .contains("llmsim: " + wrong + ":3:5: turns[1] must have the key 'message'")
                .anyMatch(line -> line.startsWith("llmsim: " + wrong + ":4:1: unknown key 'loop'"))
                .contains("llmsim: " + folder + "/none.json: there is no such file")
                .hasSize(4);
    }

    @Test
    void aScriptThatIsNotRightStopsTheStart() throws IOException {
        var wrong = script("wrong.json", "{\n  \"turns\": []\n}");

        var ran = Ran.of("serve", "--port", "0", "--script", wrong);

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).isEqualToIgnoringNewLines("llmsim: " + wrong + ":2:12: turns must not be empty");
    }

    @Test
    void mocksThatAreNotRightStopTheStart() throws IOException {
        var wrong = script("wrong.yaml", "mocks:\n  - {match: {rol: user}, response: x}");

        var ran = Ran.of("mock", wrong, "--port", "0");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .startsWith("llmsim: " + wrong + ":2:14: unknown key 'mocks[0].match.rol'; did you mean 'role'?");
    }

    private String script(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
