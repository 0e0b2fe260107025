package llmsim.terminal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({"0, 7, 0", "1234567, 9, '1,234,567'", "1234567, 7, 1.23M", "999999, 6, 1.00M", "12345, 5, 12.3k"})
    void counts(long number, int columns, String text) {
        assertThat(Numbers.count(number, columns)).isEqualTo(text);
    }

    @Property
    void countsFit(@ForAll @LongRange(min = 0) long number) {
        assertThat(Numbers.count(number, 6)).hasSizeLessThanOrEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.25, 0.25", "12.34, 12.3", "99.96, 100", "1234.4, '1,234'"})
    void rates(double rate, String text) {
        assertThat(Numbers.rate(rate, 9)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.123, 0.12", "45.06, 45.1", "1234.4, 1234", "12345, 12345", "123456, 123s", "5000000, 5.00ks"})
    void millis(double millis, String text) {
        assertThat(Numbers.millis(OptionalDouble.of(millis), 6)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"9999, 9999", "12345, 12s", "99600, 100s", "5000000, 5ks", "0.123, 0.12"})
    void millisInFewColumns(double millis, String text) {
        assertThat(Numbers.millis(OptionalDouble.of(millis), 4)).isEqualTo(text);
    }

    @Test
    void noTimeIsADash() {
        assertThat(Numbers.millis(OptionalDouble.empty(), 4)).isEqualTo("-");
    }

    @ParameterizedTest
    @CsvSource({"7, 0:07", "754, 12:34", "3723, 1:02:03", "273900, 3d 04:05"})
    void durations(long seconds, String text) {
        assertThat(Numbers.duration(seconds)).isEqualTo(text);
    }
}
