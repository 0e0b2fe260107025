package llmsim.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import llmsim.engine.configuration.EngineConfiguration;
import llmsim.engine.configuration.ErrorSettings;
import llmsim.engine.configuration.LatencySettings;
import llmsim.engine.configuration.ModelSettings;
import llmsim.engine.configuration.ResponseSettings.GeneratorChoice;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Flag beats environment beats file beats default, and everything arrives where it belongs. */
class SettingsReadingTest {
    @TempDir
    Path folder;

    @Test
    void withoutSourcesTheDefaultsHold() {
        var configuration = configured(Sources.NONE);

        assertThat(configuration.engine()).isEqualTo(EngineConfiguration.DEFAULT);
        assertThat(configuration.server())
                .isEqualTo(new ServerSettings(
                        "0.0.0.0",
                        8080,
                        32 << 20,
                        256 << 20,
                        20_000,
                        new ServerSettings.Timeouts(
                                Duration.ofSeconds(10),
                                Duration.ofMinutes(1),
                                Duration.ofMinutes(5),
                                Duration.ofMinutes(1)),
                        Duration.ofSeconds(10),
                        "*"));
        assertThat(configuration.log())
                .isEqualTo(new LogSettings(LogSettings.Format.HUMAN, System.Logger.Level.INFO, Map.of(), 100, false));
        assertThat(configuration.plugins().directory()).isEmpty();
    }

    @Test
    void singleErrorRatesWinOverTheirPreset() throws IOException {
        var errors = configured(file("errors: {preset: chaos, rate_limit_rate: 0.3, timeout_after_ms: 10}"))
                .engine()
                .errors();

        assertThat(errors).isEqualTo(new ErrorSettings(0.3, 0.05, 0.05, Duration.ofMillis(10), 0.02, 0.01, 0));
    }

    @Test
    void theStrongerSourceWins() throws IOException {
        var sources = file("server: {port: 1, host: file}\nseed: 1\nresponse: {target_tokens: 7}\n")
                .withEnvironment(Map.of("LLMSIM_PORT", "2", "LLMSIM_SEED", "2", "PATH", "/bin"))
                .with(Sources.Direct.flag("--seed", "seed", "3"));

        var values = SettingsReading.read(sources).values();

        assertThat(values.get(EngineRows.SEED)).isEqualTo(3);
        assertThat(values.origin(EngineRows.SEED)).isEqualTo(new Origin.Flag("--seed"));
        assertThat(values.get(ServerRows.PORT)).isEqualTo(2);
        assertThat(values.origin(ServerRows.PORT).text()).isEqualTo("LLMSIM_PORT");
        assertThat(values.get(ServerRows.HOST)).isEqualTo("file");
        assertThat(values.origin(ServerRows.HOST).text()).endsWith("llmsim.yaml:1:25");
        assertThat(values.origin(EngineRows.PROFILE)).isEqualTo(new Origin.Default());
    }

    @Test
    void everyKeyOfAFileArrives() throws IOException {
        var configuration = configured(file("""
                server:
                  port: 0
                  host: localhost
                  max_body_bytes: 1000
                  max_buffered_bytes: 3000
                  max_connections: 10
                  max_websocket_connections: 0
                  websocket_lifetime_ms: 5
                  header_timeout_ms: 1
                  body_timeout_ms: 2
                  idle_timeout_ms: 3
                  write_timeout_ms: 4
                  shutdown_grace_ms: 0
                  cors_origin: none
                latency: {profile: fast, tbt_mean_ms: 5}
                response: {generator: "fixed:a: b", target_tokens: 5}
                seed: -9223372036854775808
                models: {available: [gpt-5, o3], strict: true}
                store: {max_documents: 5, max_bytes: 6}
                log: {format: json, level: debug}
                plugins:
                  directory: jars
                  generators:
                    markov: {order: 3}
                    plain:
                """));

        assertThat(configuration.server())
                .isEqualTo(new ServerSettings(
                        "localhost",
                        0,
                        1000,
                        3000,
                        10,
                        new ServerSettings.Timeouts(
                                Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(3), Duration.ofMillis(4)),
                        Duration.ZERO,
                        "",
                        new ServerSettings.WebSockets(0, Duration.ofMillis(5)),
                        Optional.empty()));
        var engine = configuration.engine();
        assertThat(engine.latency()).isEqualTo(new LatencySettings.Named("fast"));
        assertThat(engine.response().generator()).isEqualTo(GeneratorChoice.of("fixed:a: b"));
        assertThat(engine.response().targetTokens()).isEqualTo(5);
        assertThat(engine.seed()).isEqualTo(OptionalLong.of(Long.MIN_VALUE));
        assertThat(engine.models()).isEqualTo(new ModelSettings(List.of("gpt-5", "o3"), true));
        assertThat(engine.store().maxDocuments()).isEqualTo(5);
        assertThat(engine.store().maxBytes()).isEqualTo(6);
        assertThat(configuration.log())
                .isEqualTo(new LogSettings(LogSettings.Format.JSON, System.Logger.Level.DEBUG, Map.of(), 100, false));
        assertThat(configuration.plugins().directory()).contains(Path.of("jars"));
        assertThat(configuration.plugins().generators()).containsOnlyKeys("markov", "plain");
        assertThat(configuration.plugins().generators().get("markov").settings().integer("order"))
                .hasValue(3);
    }

    @Test
    void latencyValuesThatAreLeftOutAreFilledIn() {
        var engine = configured(Sources.NONE.with(Sources.Direct.code("latency.tbt_mean_ms", "5.5")))
                .engine();

        assertThat(engine.latency()).isEqualTo(new LatencySettings.Custom(600, 150, 5.5, 12));
    }

    @Test
    void settingsOfAnExtensionAreJoinedFromAllSources() throws IOException {
        var sources = file("plugins: {generators: {markov: {order: 3, words: 5}}}")
                .with(Sources.Direct.code("plugins.generators.markov.order", "4"));

        var settings = configured(sources).plugins().generators().get("markov").settings();

        assertThat(settings.integer("order")).hasValue(4);
        assertThat(settings.integer("words")).hasValue(5);
    }

    @Test
    void aListCanBeOneText() {
        var sources = Sources.NONE.withEnvironment(Map.of("LLMSIM_MODELS_AVAILABLE", "gpt-5, o3,"));

        assertThat(configured(sources).engine().models().available()).containsExactly("gpt-5", "o3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LLMSIM_PORT|x|LLMSIM_PORT: server.port must be a whole number from 0 to 65535, not 'x'",
                "LLMSIM_RESPONSE_TARGET_TOKEN|5|LLMSIM_RESPONSE_TARGET_TOKEN: there is no such setting;"
                        + " did you mean 'LLMSIM_RESPONSE_TARGET_TOKENS'?",
                "LLMSIM_SERVER_PROT|5|LLMSIM_SERVER_PROT: there is no such setting;"
                        + " did you mean 'LLMSIM_SERVER_PORT'?",
                "LLMSIM_XYZ|5|LLMSIM_XYZ: there is no such setting; 'llmsim config explain' lists them"
            })
    void aWrongVariableIsNamed(String name, String value, String message) {
        var errors = SettingsReading.read(Sources.NONE.withEnvironment(Map.of(name, value)))
                .errors();

        assertThat(errors).extracting(ConfigurationError::text).containsExactly(message);
    }

    @ParameterizedTest
    @CsvSource({"LLMSIM_PORT, LLMSIM_HOST", "LLMSIM_SERVER_PORT, LLMSIM_SERVER_HOST"})
    void portAndHostHaveAShortAndALongVariable(String port, String host) {
        var server = configured(Sources.NONE.withEnvironment(Map.of(port, "9", host, "here")))
                .server();

        assertThat(server.port()).isEqualTo(9);
        assertThat(server.host()).isEqualTo("here");
    }

    @Test
    void theTwoVariablesOfASettingMustNotDiffer() {
        var same = Map.of("LLMSIM_PORT", "9", "LLMSIM_SERVER_PORT", "9");
        var different = Map.of("LLMSIM_PORT", "9", "LLMSIM_SERVER_PORT", "10");

        assertThat(configured(Sources.NONE.withEnvironment(same)).server().port())
                .isEqualTo(9);
        assertThat(SettingsReading.read(Sources.NONE.withEnvironment(different)).errors())
                .extracting(ConfigurationError::text)
                .containsExactly("LLMSIM_SERVER_PORT: is '10', but LLMSIM_PORT is '9': both set the same,"
                        + " so set one of them");
    }

    @ParameterizedTest
    @CsvSource({"LLMSIM_PORT, LLMSIM_SERVER_PORT", "LLMSIM_SERVER_PORT, LLMSIM_PORT"})
    void anAddressOfKubernetesIsNoOtherValue(String kubernetes, String own) {
        var variables = Map.of(kubernetes, "tcp://10.0.0.1:8080", own, "9");

        assertThat(configured(Sources.NONE.withEnvironment(variables)).server().port())
                .isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({
        "LLMSIM_PORT, tcp://10.0.0.1:8080",
        "LLMSIM_SERVER_PORT, tcp://10.0.0.1:8080",
        "LLMSIM_SERVER_SERVICE_HOST, 10.0.0.1",
        "LLMSIM_OF_TEAM_PORT_8080_TCP_ADDR, 10.0.0.1",
        "LLMSIM_SERVICE_HOST, 10.0.0.1",
        "LLMSIM_SERVICE_PORT_HTTP, 8080",
        "LLMSIM_PORT_8080_TCP_ADDR, 10.0.0.1",
        "LLMSIM_CONFIG, a.yaml"
    })
    void variablesThatKubernetesOrAScriptSetsAreNoSettings(String name, String value) {
        var outcome = SettingsReading.read(Sources.NONE.withEnvironment(Map.of(name, value)));

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.values().get(ServerRows.PORT)).isEqualTo(8080);
    }

    @Test
    void anUnknownKeyOfAProgramIsNamed() {
        var errors = SettingsReading.read(Sources.NONE.with(Sources.Direct.code("latency.profil", "fast")))
                .errors();

        assertThat(errors)
                .extracting(ConfigurationError::text)
                .containsExactly("latency.profil: unknown key 'latency.profil'; did you mean 'profile'?"
                        + " choices: profile, ttft_mean_ms, ttft_stddev_ms, tbt_mean_ms, tbt_stddev_ms, reasoning,"
                        + " profiles, models, speed");
    }

    private static Configuration configured(Sources sources) {
        var outcome = SettingsReading.read(sources);
        assertThat(outcome.errors()).isEmpty();
        return Configuration.of(outcome.values());
    }

    private Sources file(String yaml) throws IOException {
        return Sources.NONE.withFile(Files.writeString(folder.resolve("llmsim.yaml"), yaml));
    }
}
