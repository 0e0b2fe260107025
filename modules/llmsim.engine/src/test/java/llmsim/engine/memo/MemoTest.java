package llmsim.engine.memo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoTest {
    private final Memo<Object> memo = new Memo<>();

    @Test
    void whatWasMadeOfATextIsMadeOnce() {
        var made = memo.get("a", Object::new);

        assertThat(memo.get("a", Object::new)).isSameAs(made);
        assertThat(memo.get("b", Object::new)).isNotSameAs(made);
    }

    @Test
    void textsThatShareASlotAreNotMixedUp() {
        IntStream.range(0, 5_000)
                .forEach(i -> assertThat(memo.get("text " + i, () -> i)).isEqualTo(i));
        IntStream.range(0, 5_000)
                .forEach(i -> assertThat(memo.get("text " + i, () -> i)).isEqualTo(i));
    }

    @Test
    void longTextsAreNotRemembered() {
        var text = "x".repeat(16_385);

        assertThat(memo.get(text, Object::new)).isNotSameAs(memo.get(text, Object::new));
    }
}
