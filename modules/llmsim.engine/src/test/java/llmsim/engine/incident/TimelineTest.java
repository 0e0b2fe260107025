package llmsim.engine.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import llmsim.engine.configuration.ErrorSettings;
import llmsim.engine.incident.Where.Asking;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final Incident ONCE =
            Incident.of("once", Duration.ofSeconds(5), Duration.ofSeconds(3), Effect.OUTAGE);

    @Property
    void itLastsFromItsBeginningUntilBeforeItsEnd(@ForAll @IntRange(max = 40) int second) {
        var often = ONCE.every(Duration.ofSeconds(10));

        assertThat(ONCE.lastsAt(Duration.ofSeconds(second).toNanos())).isEqualTo(second >= 5 && second < 8);
        assertThat(often.lastsAt(Duration.ofSeconds(second).toNanos())).isEqualTo(second >= 5 && (second - 5) % 10 < 3);
        assertThat(ONCE.lastsAt(Duration.ofSeconds(8).toNanos() - 1)).isTrue();
    }

    @Test
    void allCanBeginLater() {
        var later = new Timeline(List.of(ONCE)).later(Duration.ofSeconds(100));

        assertThat(later.at(Duration.ofSeconds(6).toNanos())).isEmpty();
        assertThat(later.at(Duration.ofSeconds(106).toNanos())).hasSize(1);
    }

    @Test
    void whomItConcerns() {
        var where = Where.of(List.of("openai"), List.of("*OPUS*", "gpt-5"), List.of("0123456789ab"), 1);

        assertThat(where.meets(new Asking("openai", "claude-Opus-4", "0123456789ab")))
                .isTrue();
        assertThat(where.meets(new Asking("openai", "GPT-5", "0123456789ab"))).isTrue();
        assertThat(where.meets(new Asking("openai", "gpt-5-mini", "0123456789ab")))
                .isFalse();
        assertThat(where.meets(new Asking("openai", "", "0123456789ab"))).isFalse();
        assertThat(where.meets(new Asking("openresponses", "gpt-5", "0123456789ab")))
                .isFalse();
        assertThat(where.meets(new Asking("openai", "gpt-5", ""))).isFalse();
        assertThat(Where.EVERYWHERE.meets(new Asking("x", "", ""))).isTrue();
    }

    @Test
    void whatIsWrongIsRefused() {
        assertThatThrownBy(() -> Incident.of(" ", Duration.ZERO, Duration.ofSeconds(1), Effect.NONE))
                .hasMessage("an incident must have a name");
        assertThatThrownBy(() -> Incident.of("x", Duration.ofSeconds(-1), Duration.ofSeconds(1), Effect.NONE))
                .hasMessage("an incident cannot begin before the start, but x does");
        assertThatThrownBy(() -> Incident.of("x", Duration.ZERO, Duration.ZERO, Effect.NONE))
                .hasMessage("an incident must last for a while, but x does not");
        assertThatThrownBy(() -> ONCE.every(Duration.ofSeconds(2)))
                .hasMessage("an incident cannot begin again while it lasts, but once does");
        assertThatThrownBy(() -> new Timeline(List.of(ONCE, ONCE))).hasMessage("two incidents have the same name");
        assertThatThrownBy(() -> Where.EVERYWHERE.share(1.5)).hasMessage("a share must be from 0 to 1, not 1.5");
        assertThatThrownBy(() -> Effect.NONE.latency(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Effect.NONE.errors(ErrorSettings.CHAOS).errors()).isEqualTo(Optional.of(ErrorSettings.CHAOS));
    }
}
