package llmsim.server.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import llmsim.engine.clock.VirtualClock;
import llmsim.server.document.ConfigurationError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MockWatchTest {
    private static final MockReading READING = Readings.mocks();

    @TempDir
    Path folder;

    private final VirtualClock clock = VirtualClock.manual();
    private final List<Integer> changes = Collections.synchronizedList(new ArrayList<>());
    private int reads;

    private Path file;
    private MockWatch watch;

    @BeforeEach
    void start() throws IOException {
        file = folder.resolve("mocks.yaml");
        write("- response: one", 1);
        watch = MockWatch.start(READING.read(file, _ -> {}), this::read, clock);
    }

    @AfterEach
    void stop() {
        watch.close();
    }

    private MockSet read(Consumer<ConfigurationError> errors) {
        reads++;
        var wrong = new ArrayList<ConfigurationError>();
        var read = READING.read(file, wrong::add);
        wrong.forEach(errors);
        if (wrong.isEmpty()) {
            changes.add(read.mocks().size());
        }
        return read;
    }

    private void write(String text, long second) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(second * 1_000));
    }

    private void pass(int periods) {
        for (var i = 0; i < periods; i++) {
            clock.advance(MockWatch.PERIOD);
        }
    }

    @Test
    void nothingIsReadWhileNothingChanges() {
        pass(10);

        assertThat(reads).isZero();
    }

    @Test
    void aChangeIsTakenAfterAPeriod() throws IOException {
        write("[{response: one}, {response: two}]", 2);

        clock.advance(MockWatch.PERIOD.minus(Duration.ofMillis(1)));
        assertThat(changes).isEmpty();
        pass(1);

        assertThat(changes).containsExactly(2);
        pass(5);
        assertThat(reads).isEqualTo(1);
    }

    @Test
    void aBrokenFileChangesNothingAndIsReadOnce() throws IOException {
        write("- response: {contnt: x}", 2);
        pass(5);
        assertThat(changes).isEmpty();
        assertThat(reads).isEqualTo(1);

        Files.delete(file);
        pass(2);
        assertThat(changes).isEmpty();

        write("- response: right", 3);
        pass(1);
        assertThat(changes).containsExactly(1);
    }

    @Test
    void filesOfAnswersAreWatchedToo() throws IOException {
        var text = folder.resolve("text.txt");
        Files.writeString(text, "a");
        write("- response: {file: text.txt}", 2);
        pass(1);
        Files.writeString(text, "longer");
        pass(1);

        assertThat(changes).containsExactly(1, 1);
    }

    @Test
    void aClosedWatchLooksNoMore() throws IOException {
        watch.close();
        write("- response: changed", 2);
        pass(3);

        assertThat(reads).isZero();
    }
}
