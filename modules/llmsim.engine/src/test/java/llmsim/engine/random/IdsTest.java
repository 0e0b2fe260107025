package llmsim.engine.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void areAPrefixAndLettersAndDigits() {
        assertThat(new Ids(new SplittableRandom(1)).apply("call_")).matches("call_[0-9A-Za-z]{29}");
    }

    @Test
    void amongAMillionRequestsNoIdComesTwice() {
        var randomness = new Randomness(RunSeed.of(OptionalLong.of(1)));
        var seen = new HashSet<String>();
        for (var i = 0; i < 1_000_000; i++) {
            seen.add(new Ids(randomness.other("requests")).apply(""));
        }
        assertThat(seen).hasSize(1_000_000);
    }

    @Test
    void oneMakerNeverRepeatsItself() {
        var ids = new Ids(new SplittableRandom(1));
        var seen = new HashSet<String>();
        for (var i = 0; i < 100_000; i++) {
            seen.add(ids.apply("x"));
        }
        assertThat(seen).hasSize(100_000);
    }
}
