package llmsim.server.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import llmsim.engine.configuration.CapacitySettings;
import llmsim.engine.configuration.ModelCapacity;
import llmsim.engine.configuration.TimingSettings;
import llmsim.engine.latency.Bundled;
import llmsim.engine.latency.Correlated;
import llmsim.engine.latency.Derived;
import llmsim.engine.latency.Distribution;
import llmsim.engine.latency.DrawnProfile;
import llmsim.engine.latency.Lognormal;
import llmsim.engine.latency.Normal;
import llmsim.engine.latency.Pausing;
import llmsim.engine.latency.Percentiles;
import llmsim.engine.latency.Prefilled;
import llmsim.engine.latency.ProfileTable;
import llmsim.engine.latency.Samples;
import llmsim.engine.latency.Scaled;
import llmsim.server.LlmSim;
import llmsim.server.assembly.Setup;
import llmsim.server.settings.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Latency profiles and capacity as users write them. */
class WrittenProfilesTest {
    private static final ProfileTable PRESETS = ProfileTable.standard();

    @TempDir
    Path folder;

    @Test
    void everyKindOfDistribution() throws IOException {
        var file = Files.writeString(folder.resolve("measured.txt"), "# ms\n12\n\n 15.5 \r\n9\n");
        var table = table("""
                latency:
                  profiles:
                    a: {ttft: 300, tbt: {mean: 20, stddev: 5}}
                    b: {ttft: {p50: 300, p90: 900, p99: 2500}, tbt: {lognormal: {mean: 20, stddev: 10}}}
                    c: {ttft: {samples: '%s'}, tbt: {lognormal: {median: 20, sigma: 0.5}}}
                    d: {ttft: {samples: [1, 2.5]}, tbt: {mean: 7}}
                """.formatted(file));

        assertThat(table.named("a")).isEqualTo(new DrawnProfile("a", new Normal(300, 0), new Normal(20, 5)));
        assertThat(table.named("B"))
                .isEqualTo(new DrawnProfile("b", new Percentiles(300, 900, 2500), Lognormal.ofMean(20, 10)));
        assertThat(table.named("c"))
                .isEqualTo(new DrawnProfile("c", Samples.of(List.of(12.0, 15.5, 9.0)), new Lognormal(20, 0.5)));
        assertThat(table.named("d")).isEqualTo(new DrawnProfile("d", Samples.of(List.of(1.0, 2.5)), new Normal(7, 0)));
        assertThat(table.names()).contains("a", "b", "c", "d", "gpt5");
    }

    @Test
    void everyTrait() throws IOException {
        var table = table("""
                latency:
                  profiles:
                    all:
                      base: gpt-5
                      tbt: 30
                      prefill_tokens_per_second: 5000
                      stream_stddev: 0.3
                      tokens_per_event: {mean: 4, stddev: 1}
                      pauses: {rate: 0.01, ms: {mean: 800, stddev: 200}}
                    gpt5: {base: all}
                """);
        var base = new Derived("all", PRESETS.named("gpt5"), Optional.empty(), Optional.of(new Normal(30, 0)));
        var bundled = new Bundled(new Correlated(base, 0.3), new Normal(4, 1));
        var all = new Prefilled(new Pausing(bundled, 0.01, new Normal(800, 200)), 5000);

        assertThat(table.named("all")).isEqualTo(all);
        assertThat(table.forModel("gpt-5.1")).isEqualTo(new Derived("gpt5", all, Optional.empty(), Optional.empty()));
    }

    @Test
    void modelsHaveTheProfilesThatTheUserSays() throws IOException {
        var table = table("""
                latency:
                  profiles: {mine: {ttft: 1, tbt: 1}}
                  models: {"GPT-*": mine, "gpt-5*": fast}
                """);

        assertThat(table.forModel("gpt-5-mini")).isEqualTo(PRESETS.named("fast"));
        assertThat(table.forModel("gpt-4o").name()).isEqualTo("mine");
        assertThat(table.forModel("claude-opus-4-5")).isEqualTo(PRESETS.named("claude-opus"));
    }

    @Test
    void everythingIsFaster() throws IOException {
        var table = table("latency: {speed: 4, profiles: {mine: {base: fast}}, models: {x: mine}}");
        var mine = new Derived("mine", PRESETS.named("fast"), Optional.empty(), Optional.empty());

        assertThat(table.forModel("x")).isEqualTo(new Scaled(mine, 0.25));
        assertThat(table.named("gpt4")).isEqualTo(new Scaled(PRESETS.named("gpt4"), 0.25));
        assertThat(table.forModel("unknown")).isEqualTo(new Scaled(PRESETS.named("gpt5"), 0.25));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mine: {tbt: 1}                                  | :1:28: latency.profiles.mine must have the key 'ttft'
            mine: {base: nope}                              | :1:35: latency.profiles.mine.base names no latency profile that is there or stands above: 'nope'
            Mine: {base: fast}                              | :1:22: the name of a latency profile must be lower case letters, digits and dashes, not 'Mine'
            mine: {base: fast, tbd: 3}                      | :1:41: unknown key 'latency.profiles.mine.tbd'; did you mean 'tbt'?
            mine: {ttft: -1, tbt: 1}                        | :1:35: latency.profiles.mine.ttft must be a number of ms from 0 to 3600000, not '-1'
            mine: {ttft: NaN, tbt: 1}                       | :1:35: latency.profiles.mine.ttft must be a number of ms from 0 to 3600000, not 'NaN'
            mine: {ttft: {p50: 3, p90: 2, p99: 4}, tbt: 1}  | :1:35: latency.profiles.mine.ttft: percentiles must not fall: p50 3.0, p90 2.0, p99 4.0
            mine: {ttft: {p50: 3, p90: 4}, tbt: 1}          | :1:35: latency.profiles.mine.ttft must have the key 'p99'
            mine: {ttft: {p50: 3, mean: 4}, tbt: 1}         | :1:36: unknown key 'latency.profiles.mine.ttft.p50'
            mine: {ttft: {men: 3}, tbt: 1}                  | :1:35: latency.profiles.mine.ttft must be a number of ms, or have the keys mean and stddev
            mine: {ttft: {lognormal: 3}, tbt: 1}            | :1:47: latency.profiles.mine.ttft.lognormal must be keys with values, not '3'
            mine: {ttft: {lognormal: {mean: 0, stddev: 1}}, tbt: 1} | :1:47: latency.profiles.mine.ttft.lognormal: mean must be above 0
            mine: {ttft: {samples: []}, tbt: 1}             | :1:45: latency.profiles.mine.ttft.samples must be a file or a list of numbers, not an empty or endless list
            mine: {ttft: {samples: [1, x]}, tbt: 1}         | latency.profiles.mine.ttft.samples must be a number of ms from 0 to 3600000, not 'x'
            mine: {ttft: {samples: no.txt}, tbt: 1}         | no.txt: there is no such file
            mine: {base: fast, stream_stddev: 11}           | latency.profiles.mine.stream_stddev must be a number from 0 to 10, not '11'
            mine: {base: fast, pauses: {rate: 2, ms: 5}}    | latency.profiles.mine.pauses.rate must be a number from 0 to 1, not '2'
            mine: {base: fast, pauses: {rate: 1}}           | latency.profiles.mine.pauses must have the key 'ms'
            mine: {base: fast, pauses: 3}                   | latency.profiles.mine.pauses must be keys with values, not '3'
            mine: {base: fast, tokens_per_event: 20000}     | latency.profiles.mine.tokens_per_event must be a number of tokens from 0 to 10000, not '20000'
            mine: 3                                         | latency.profiles.mine must be keys with values, not '3'
            """)
    void mistakesHaveTheirPlace(String profile, String message) {
        assertThatThrownBy(() -> setup("latency: {profiles: {" + profile + "}}"))
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            latency: {models: {"gpt-*": fasst}}             | latency.models.gpt-* names no latency profile: 'fasst'; did you mean 'fast'?
            latency: {models: [a]}                          | latency.models must be models with the names of latency profiles, not a list
            latency: {models: {a: {b: c}}}                  | latency.models must be models with the names of latency profiles, not a mapping
            latency: {models: abc}                          | latency.models must be models with the names of latency profiles, not 'abc'
            latency: {speed: 0}                             | latency.speed must be a number from 0.001 to 1000, not '0'
            latency: {profiles: 3}                          | latency.profiles must be names with latency profiles, not '3'
            capacity: {slots: -1}                           | capacity.slots must be a whole number from 0 to 1000000, not '-1'
            capacity: {when_full: panic}                    | capacity.when_full must be one of the choices, not 'panic'; choices: rate_limit, unavailable, overloaded
            capacity: {slowdown: 0.5}                       | capacity.slowdown must be a number from 1 to 1000, not '0.5'
            capacity: {models: {x: {slot: 1}}}              | unknown key 'capacity.models.x.slot'; did you mean 'slots'?
            capacity: {models: {x: {when_full: no}}}        | capacity.models.x.when_full must be one of the choices, not 'no'
            """)
    void otherMistakesToo(String yaml, String message) {
        assertThatThrownBy(() -> setup(yaml)).hasMessageContaining(message);
    }

    @Test
    void mistakesInSamplesHaveTheirLine() throws IOException {
        var file = Files.writeString(folder.resolve("bad.txt"), "1\nx\n-2\n3\nNaN\n1e9\n0x\n9z\n");

        assertThatThrownBy(() -> setup("latency: {profiles: {m: {ttft: {samples: '" + file + "'}, tbt: 1}}}"))
                .hasMessageContaining(file + ":2:1: must be a number of ms from 0 to 3600000, not 'x'")
                .hasMessageContaining(file + ":3:1: must be")
                .hasMessageContaining(file + ":7:1: must be")
                .message()
                .doesNotContain(":8:1");
        assertThatThrownBy(() -> setup("latency: {profiles: {m: {ttft: {samples: '"
                        + Files.writeString(folder.resolve("empty.txt"), "#\n\n") + "'}, tbt: 1}}}"))
                .hasMessageContaining("empty.txt: must have 1 to 1000000 numbers, not 0");
    }

    @Test
    void aFileOfTooManySamples() throws IOException {
        var file = Files.writeString(folder.resolve("many.txt"), "1\n".repeat(Samples.MOST + 1));

        assertThatThrownBy(() -> setup("latency: {profiles: {m: {ttft: {samples: '" + file + "'}, tbt: 1}}}"))
                .hasMessageContaining("must have 1 to 1000000 numbers, not 1000001");
    }

    @Test
    void aTurnOfAScriptMayNameOne() throws IOException {
        var script = Files.writeString(
                folder.resolve("script.yaml"), "turns: [{type: assistant, text: Hi, latency: {profile: mine}}]");

        setup("latency: {profiles: {mine: {base: fast}}}\nresponse: {script_path: '" + script + "'}");
    }

    @Test
    void whatTheFileSaysTheBuilderSays() throws IOException {
        var said = setup("""
                latency: {speed: 2, models: {"gpt-3.5*": fast, "o*": gpt4}}
                capacity:
                  slots: 3
                  queue: 4
                  when_full: overloaded
                  models: {"gpt-3.5*": {slots: 1, slowdown: 2}}
                """);
        var capacity = new CapacityReading(said.values(), _ -> {}).settings();

        assertThat(capacity)
                .isEqualTo(new CapacitySettings(
                        ModelCapacity.of(3, 4).withWhenFull(ModelCapacity.WhenFull.OVERLOADED),
                        Map.of(
                                "gpt-3.5*",
                                ModelCapacity.of(1, 4)
                                        .withWhenFull(ModelCapacity.WhenFull.OVERLOADED)
                                        .withSlowdown(2))));
        assertThat(new WrittenProfiles(said.values(), _ -> {}).timing(PRESETS))
                .isEqualTo(TimingSettings.DEFAULT
                        .withSpeed(2)
                        .withModels("gpt-3.5*", "fast")
                        .withModels("o*", "gpt4"));
    }

    @Test
    void aProgramMayBringProfilesToBeNamed() {
        var own = new DrawnProfile("own", Distribution.constant(1), Distribution.constant(2));
        try (var llmsim = LlmSim.builder()
                .profiles(List.of(own))
                .timing(TimingSettings.DEFAULT.withModels("gpt-3.5*", "own"))
                .capacity(CapacitySettings.of(ModelCapacity.of(1, 1)))
                .inProcess()) {
            assertThat(llmsim).isNotNull();
        }
    }

    private ProfileTable table(String yaml) throws IOException {
        var setup = setup(yaml);
        return WrittenProfiles.table(setup.values(), setup.extensions());
    }

    private Setup setup(String yaml) throws IOException {
        var file = Files.writeString(folder.resolve("llmsim.yaml"), yaml);
        return Setup.of(Sources.NONE.withFile(file), UnaryOperator.identity());
    }
}
