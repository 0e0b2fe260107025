package llmsim.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CountMemoTest {
    private final CountMemo memo = new CountMemo();

    @Test
    void findsWhatItWasTold() {
        memo.remember("x".repeat(2000), 17);

        assertThat(memo.find("x".repeat(2000))).hasValue(17);
        assertThat(memo.find("x".repeat(2001))).isEmpty();
    }

    @Test
    void takesTextsThatAreWorthIt() {
        assertThat(CountMemo.takes("x".repeat(CountMemo.SHORTEST - 1))).isFalse();
        assertThat(CountMemo.takes("x".repeat(CountMemo.SHORTEST))).isTrue();
        assertThat(CountMemo.takes("x".repeat(CountMemo.LONGEST))).isTrue();
        assertThat(CountMemo.takes("x".repeat(CountMemo.LONGEST + 1))).isFalse();
    }

    @Test
    void neverHoldsMoreThanItsBound() {
        for (var i = 0; i < 200; i++) {
            var text = i + "x".repeat(CountMemo.LONGEST - 10);
            memo.remember(text, i);
            assertThat(memo.chars()).isLessThanOrEqualTo(CountMemo.MOST_CHARS);
        }
        assertThat(memo.chars()).isGreaterThan(CountMemo.MOST_CHARS / 2);
    }

    @Test
    void manyThreadsSeeRightCountsOrNone() throws Exception {
        var texts = IntStream.range(0, 500)
                .mapToObj(i -> i + "y".repeat(CountMemo.SHORTEST + 40 * i))
                .toList();
        Callable<Void> work = () -> {
            for (var round = 0; round < 4; round++) {
                for (var text : texts) {
                    memo.find(text).ifPresent(tokens -> assertThat(tokens).isEqualTo(text.length()));
                    memo.remember(text, text.length());
                }
            }
            return null;
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done :
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(_ -> work).toList())) {
                done.get();
            }
        }
        assertThat(memo.chars()).isBetween(1L, CountMemo.MOST_CHARS);
    }
}
