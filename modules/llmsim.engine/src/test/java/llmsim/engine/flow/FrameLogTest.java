package llmsim.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import llmsim.api.exchange.Headers;
import llmsim.api.render.Framing;
import llmsim.engine.Head;
import llmsim.engine.Outlet;
import llmsim.engine.clock.VirtualClock;
import llmsim.engine.trial.Reached;
import org.junit.jupiter.api.Test;

class FrameLogTest {
    private static final Head HEAD = new Head(200, Framing.LINES, Headers.NONE);

    private final VirtualClock clock = VirtualClock.automatic();
    private final FrameLog log = new FrameLog();
    private final Reached reached = new Reached(clock);

    @Test
    void keepsAMebibyteAndLetsTheOldestGo() throws Exception {
        log.begin(HEAD);
        for (var i = 0; i < 3 * 1024; i++) {
            write(i);
        }
        log.end();

        assertThat(log.follow(-1, reached, clock.waiter(), () -> {})).isTrue();
        assertThat(reached.frames()).hasSize(1024);
        assertThat(reached.texts().getFirst()).startsWith("2048 ");
        assertThat(reached.texts().getLast()).startsWith("3071 ");
    }

    @Test
    void aFrameLargerThanTheBoundIsKeptAlone() throws Exception {
        log.begin(HEAD);
        log.write(new byte[10], 0, 10);
        log.write(new byte[3 << 20], 0, 3 << 20);
        log.end();

        assertThat(log.follow(-1, reached, clock.waiter(), () -> {})).isTrue();
        assertThat(reached.frames()).hasSize(1);
    }

    @Test
    void aClientThatIsTooSlowGetsNoHole() throws Exception {
        log.begin(HEAD);
        write(0);
        var slow = new SlowReader();

        assertThat(log.follow(-1, slow, clock.waiter(), () -> {})).isFalse();
        assertThat(slow.writes).isEqualTo(1);
        assertThat(slow.ended).isFalse();
    }

    @Test
    void whatIsGivenUpEndsItsFollowers() throws Exception {
        log.begin(HEAD);
        write(0);
        log.close();

        assertThat(log.follow(-1, reached, clock.waiter(), () -> {})).isFalse();
        assertThat(reached.frames()).hasSize(1);
        assertThat(reached.ended()).isFalse();
    }

    @Test
    void ofThoseThatAreOverOnlySoManyAreKept() {
        var logs = new Logs();
        for (var i = 0; i < 300; i++) {
            logs.add("p", "id" + i, new LoggedPlay(clock.waiter()));
        }
        assertThat(logs.find("p", "id0")).isPresent();
        for (var i = 0; i < 300; i++) {
            logs.end("p", "id" + i);
        }
        assertThat(logs.find("p", "id43")).isEmpty();
        assertThat(logs.find("p", "id44")).isPresent();
        assertThat(logs.find("q", "id299")).isEmpty();
    }

    private void write(int number) {
        var frame = new byte[1024];
        var digits = (number + " ").getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, frame, 0, digits.length);
        log.write(frame, 0, frame.length);
    }

    /** While it takes its first frame, more is said than the log holds. */
    private final class SlowReader implements Outlet {
        private int writes;
        private boolean ended;

        @Override
        public void begin(Head head) {}

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            writes++;
            for (var i = 1; i < 2000; i++) {
                FrameLogTest.this.write(i);
            }
        }

        @Override
        public void end() {
            ended = true;
        }
    }
}
