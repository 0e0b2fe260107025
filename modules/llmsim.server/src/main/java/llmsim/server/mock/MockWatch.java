package llmsim.server.mock;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import llmsim.api.time.Clock;
import llmsim.api.time.Waiter;
import llmsim.api.time.Wake;
import llmsim.server.document.ConfigurationError;

/**
 * Reads mocks again when one of their files has changed. All or nothing: a file that is wrong changes nothing, and is told
 * once to the log.
 */
public final class MockWatch implements AutoCloseable {
    /** How long after a look the next one is. */
    public static final Duration PERIOD = Duration.ofSeconds(1);

    private static final int MOST_TOLD = 10;

    private static final System.Logger LOG = System.getLogger("llmsim.mocks");

    private final Function<Consumer<ConfigurationError>, MockSet> loading;
    private final Clock clock;
    private final Waiter waiter;
    private List<Path> files;
    private FileStamps seen;

    private MockWatch(MockSet present, Function<Consumer<ConfigurationError>, MockSet> loading, Clock clock) {
        this.loading = loading;
        this.clock = clock;
        this.waiter = clock.waiter();
        this.files = present.files();
        this.seen = FileStamps.of(files);
    }

    /**
     * Watches from now on, until it is closed.
     *
     * @param present the mocks whose files to look at
     * @param loading reads them again and takes them, or tells what is wrong
     */
    public static MockWatch start(
            MockSet present, Function<Consumer<ConfigurationError>, MockSet> loading, Clock clock) {
        var watch = new MockWatch(present, loading, clock);
        Thread.ofVirtual().name("llmsim-mocks").start(watch::run);
        return watch;
    }

    private void run() {
        try (waiter) {
            while (waiter.await(clock.nanoTime() + PERIOD.toNanos()) == Wake.DUE) {
                look();
            }
        }
    }

    private void look() {
        var now = FileStamps.of(files);
        if (!now.equals(seen)) {
            seen = now;
            try {
                reload();
            } catch (RuntimeException | LinkageError defect) {
                LOG.log(System.Logger.Level.ERROR, "reading the mocks again met a defect", defect);
            }
        }
    }

    private void reload() {
        var errors = new ArrayList<ConfigurationError>();
        var read = loading.apply(errors::add);
        if (errors.isEmpty()) {
            // A file that changed since it was looked at is read once more at the next look.
            seen = read.files().equals(files) ? seen : FileStamps.of(read.files());
            files = read.files();
            LOG.log(System.Logger.Level.INFO, () -> "read " + read.mocks().size() + " mocks again");
        } else {
            LOG.log(
                    System.Logger.Level.WARNING,
                    () -> "the mocks were not read again, and stay as they were: "
                            + told(ConfigurationError.inOrder(errors)));
        }
    }

    private static String told(List<ConfigurationError> errors) {
        var first = errors.stream().limit(MOST_TOLD).map(ConfigurationError::text);
        var more = errors.size() - MOST_TOLD;
        return Stream.concat(first, more > 0 ? Stream.of("and " + more + " more") : Stream.of())
                .collect(Collectors.joining("; "));
    }

    /** Ends the looking. */
    @Override
    public void close() {
        waiter.cancel();
    }
}
