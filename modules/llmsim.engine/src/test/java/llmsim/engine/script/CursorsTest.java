package llmsim.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CursorsTest {
    private static final Script LOOP =
            Script.of(Turn.assistant("one"), Turn.assistant("two")).then(OnExhausted.LOOP);

    @Test
    void theOldestSessionIsForgottenAndItsIdsDoNotComeAgain() {
        var cursors = new Cursors();
        var ids = new HashSet<String>();
        for (var i = 0; i <= Cursors.MOST; i++) {
            assertThat(ids.add(takeId(cursors, "s" + i))).isTrue();
        }

        assertThat(takeId(cursors, "s" + Cursors.MOST)).endsWith("_1_0");
        var anew = takeId(cursors, "s0");
        assertThat(anew).endsWith("_0_0");
        assertThat(ids).doesNotContain(anew);
    }

    @Test
    void whoIsHeardOfIsKept() {
        var cursors = new Cursors();
        takeId(cursors, "kept");
        for (var i = 0; i < Cursors.MOST; i++) {
            cursors.of("", "s" + i);
            cursors.of("", "kept");
        }

        assertThat(takeId(cursors, "kept")).endsWith("_1_0");
    }

    @Test
    void aTurnThatIsNotForTheRequestStaysTheNextOne() {
        var cursor = new Cursor("");

        assertThat(cursor.take(LOOP, turn -> Optional.of("no " + turn.content())))
                .isEqualTo(new Cursor.Step.Refused(
                        0, "no " + LOOP.turns().getFirst().content()));
        assertThat(cursor.take(LOOP, _ -> Optional.empty()))
                .isEqualTo(new Cursor.Step.Taken(LOOP.turns().getFirst(), new CallIds("", 0)));
    }

    @Test
    void whatIsTakenMeanwhileIsNotTakenTwice() {
        var cursor = new Cursor("");

        var step = cursor.take(LOOP, turn -> {
            if (turn.equals(LOOP.turns().getFirst())) {
                cursor.take(LOOP, _ -> Optional.empty());
            }
            return Optional.empty();
        });

        assertThat(step).isEqualTo(new Cursor.Step.Taken(LOOP.turns().getLast(), new CallIds("", 1)));
    }

    private static String takeId(Cursors cursors, String session) {
        return ((Cursor.Step.Taken) cursors.of("", session).take(LOOP, _ -> Optional.empty()))
                .ids()
                .id("call_", 0);
    }
}
