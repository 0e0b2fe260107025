package llmsim.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedEncodingTest {
    private final BytePairsRecorder tables = new BytePairsRecorder();
    private final AtomicInteger loads = new AtomicInteger();
    private final BoundedEncoding encoding = new BoundedEncoding("chars", () -> {
        loads.incrementAndGet();
        return tables;
    });

    @Test
    void theEmptyTextHasNoTokens() {
        assertThat(encoding.count("")).isZero();
        assertThat(encoding.split("").size()).isZero();
    }

    @Test
    void textsUpToTheBoundAreLookedAtWhole() {
        assertThat(encoding.count("a".repeat(BoundedEncoding.EXACT_BYTES))).isEqualTo(BoundedEncoding.EXACT_BYTES);
        assertThat(tables.chars()).isEqualTo(BoundedEncoding.EXACT_BYTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", " ", "的", "👋", "\n", "a b", "\ud800"})
    void ofLongerTextsOnlyABoundedPartIsLookedAtHoweverLong(String unit) {
        var text = unit.repeat(4 * 1024 * 1024);

        encoding.count(text);
        assertThat(tables.chars()).isLessThanOrEqualTo(SampledTokens.MOST_CHARS);
        tables.asked.clear();

        encoding.split(text);
        assertThat(tables.chars()).isLessThanOrEqualTo(SampledTokens.MOST_CHARS);
    }

    @ParameterizedTest
    @CsvSource({"a, 262144", "é, 131072", "的, 87381", "👋, 65536"})
    void theBoundIsOneOfUtf8Bytes(String unit, int most) {
        encoding.split(unit.repeat(most));
        assertThat(tables.chars()).isEqualTo(unit.length() * most);
        tables.asked.clear();

        encoding.split(unit.repeat(most + 1));
        assertThat(tables.chars()).isLessThanOrEqualTo(SampledTokens.MOST_CHARS);
    }

    @Test
    void aCountIsRemembered() {
        var text = "word;".repeat(1000);
        var first = encoding.count(text);
        tables.asked.clear();

        assertThat(encoding.count(new String(text.toCharArray()))).isEqualTo(first);
        assertThat(tables.asked).isEmpty();
    }

    @Test
    void aWordIsLookedUpOnce() {
        encoding.split("no no no no no");
        assertThat(tables.asked).containsExactly("no", " no");
    }

    @Test
    void theTablesAreLoadedOnceOnFirstUse() throws Exception {
        assertThat(loads).hasValue(0);
        Callable<Integer> count = () -> encoding.count("some text of many threads");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var counts = threads.invokeAll(
                    IntStream.range(0, 64).mapToObj(_ -> count).toList());
            for (var each : counts) {
                assertThat(each.get()).isEqualTo(25);
            }
        }
        assertThat(loads).hasValue(1);
    }
}
