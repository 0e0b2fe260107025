package llmsim.api.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NearMissTest {
    private static final List<String> NAMES = List.of("lorem", "echo", "random");

    @Test
    void theNearestNameIsMeant() {
        assertThat(NearMiss.of("lroem", NAMES)).contains("lorem");
        assertThat(NearMiss.of("ECHO", NAMES)).contains("echo");
        assertThat(NearMiss.of("randm", NAMES)).contains("random");
        assertThat(NearMiss.of("markov", NAMES)).isEmpty();
        assertThat(NearMiss.of("x".repeat(10_000), NAMES)).isEmpty();
    }

    @Test
    void theHintListsTheChoices() {
        assertThat(NearMiss.hint("eco", NAMES)).isEqualTo("; did you mean 'echo'? choices: lorem, echo, random");
        assertThat(NearMiss.hint("markov", NAMES)).isEqualTo("; choices: lorem, echo, random");
        assertThat(NearMiss.hint("markov", List.of())).isEmpty();
    }

    @Property
    void distanceIsSymmetricAndZeroOnlyForEqualWords(
            @ForAll @AlphaChars @StringLength(max = 8) String one,
            @ForAll @AlphaChars @StringLength(max = 8) String two) {
        assertThat(NearMiss.distance(one, two)).isEqualTo(NearMiss.distance(two, one));
        assertThat(NearMiss.distance(one, two) == 0).isEqualTo(one.equals(two));
    }
}
