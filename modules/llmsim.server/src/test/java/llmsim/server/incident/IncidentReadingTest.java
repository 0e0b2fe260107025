package llmsim.server.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import llmsim.engine.configuration.ErrorSettings;
import llmsim.engine.configuration.StreamFault;
import llmsim.engine.configuration.StreamFaults;
import llmsim.engine.incident.Effect;
import llmsim.engine.incident.Incident;
import llmsim.engine.incident.Where;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Document;
import llmsim.server.document.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncidentReadingTest {
    private final List<ConfigurationError> errors = new ArrayList<>();

    private List<Incident> read(String yaml) {
        var reading = new IncidentReading(List.of("openai", "openresponses"), errors::add);
        return Document.parse("x.yaml", yaml, Limits.DATA, errors::add)
                .map(reading::read)
                .orElseThrow()
                .incidents();
    }

    @Test
    void everythingThatCanBeSaid() {
        var incidents = read("""
                - name: slow
                  at: 5m
                  for: 3m
                  repeat_every: 1.5h
                  where: {providers: [openai], models: ["*opus*"], keys: [0123456789ABcdef], share: 0.2}
                  what: {latency_factor: 4, limits_factor: 0.5, errors: {overloaded_rate: 0.5, timeout_after_ms: 10}, faults: [{fault: reset@12, rate: 0.5}]}
                - {name: down, at: 0, for: 500ms, where: {models: gpt-5}, what: {outage: true}}
                """);

        assertThat(errors).isEmpty();
        var rates = ErrorSettings.NONE.withOverloadedRate(0.5).withTimeoutRate(0, Duration.ofMillis(10));
        var streams = StreamFaults.of(StreamFaults.Chance.of(StreamFault.parse("reset@12"), 0.5));
        assertThat(incidents)
                .containsExactly(
                        new Incident(
                                "slow",
                                Duration.ofMinutes(5),
                                Duration.ofMinutes(3),
                                Optional.of(Duration.ofMinutes(90)),
                                Where.of(List.of("openai"), List.of("*opus*"), List.of("0123456789ab"), 0.2),
                                new Effect(4, Optional.of(rates), 0.5, Optional.of(streams), false)),
                        Incident.of("down", Duration.ZERO, Duration.ofMillis(500), Effect.OUTAGE)
                                .where(Where.EVERYWHERE.models("gpt-5")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5|x.yaml:1:1: incidents must be a list of at most 1000",
                "- {at: 0, for: 1s, what: {}}|x.yaml:1:3: incidents[0] must have the key 'name'",
                "- {name: a, at: 5, for: 1s, what: {}}|x.yaml:1:17: incidents[0].at must be a time such as 500ms, 90s, 5m"
                        + " or 2h, not '5'",
                "- {name: a, at: 0, for: 9999999h, what: {}}|x.yaml:1:25: incidents[0].for must be a time such as 500ms,"
                        + " 90s, 5m or 2h, not '9999999h'",
                "- {name: a, at: 0, for: 0, what: {}}|x.yaml:1:3: an incident must last for a while, but a does not",
                "- {name: a, at: 0, for: 1s, what: {outge: true}}|x.yaml:1:36: unknown key 'incidents[0].what.outge';"
                        + " did you mean 'outage'? choices: latency_factor, errors, limits_factor, faults, outage",
                "- {name: a, at: 0, for: 1s, where: {providers: [opnai]}, what: {}}|x.yaml:1:49:"
                        + " incidents[0].where.providers: there is no provider 'opnai'; did you mean 'openai'?"
                        + " choices: openai, openresponses",
                "- {name: a, at: 0, for: 1s, where: {keys: [sk-x]}, what: {}}|x.yaml:1:44: incidents[0].where.keys: a key is"
                        + " written as the first 12 digits or more of its SHA-256 in hex, not as itself",
                "- {name: a, at: 0, for: 1s, what: {errors: {timeout_rate: 0.6, auth_error_rate: 0.6}}}|x.yaml:1:44:"
                        + " incidents[0].what.errors: the rates must add up to at most 1, not 1.2",
                "[{name: a, at: 0, for: 1s, what: {}}, {name: a, at: 0, for: 1s, what: {}}]|x.yaml:1:1: two incidents are"
                        + " called 'a'"
            })
    void aMistakeHasItsPlace(String yaml, String message) {
        read(yaml);

        assertThat(errors).extracting(ConfigurationError::text).containsExactly(message);
    }
}
