package llmsim.server.mock;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import llmsim.engine.mock.Mock;
import llmsim.engine.mock.Mocks;
import llmsim.engine.mock.Mocks.OnNoMatch;

/**
 * All mocks of a simulator, read and checked.
 *
 * @param own mocks of the program's own, tried first
 * @param read mocks of files and configuration
 * @param onNoMatch what a setting or a file says; empty if nothing does
 * @param usual what holds if nothing does
 * @param files all files that they come from
 */
public record MockSet(
        List<Mock> own, List<Mock> read, Optional<OnNoMatch> onNoMatch, OnNoMatch usual, List<Path> files) {
    /** No mocks. */
    public static final MockSet NONE = new MockSet(List.of(), Optional.empty(), List.of());

    public MockSet {
        own = List.copyOf(own);
        read = List.copyOf(read);
        files = List.copyOf(files);
    }

    /** Mocks that were read. */
    MockSet(List<Mock> read, Optional<OnNoMatch> onNoMatch, List<Path> files) {
        this(List.of(), read, onNoMatch, OnNoMatch.GENERATE, files);
    }

    /** These mocks, and then those; what the first says of requests that no mock fits holds for all. */
    MockSet and(MockSet others) {
        return new MockSet(
                Stream.concat(read.stream(), others.read.stream()).toList(),
                onNoMatch.or(others::onNoMatch),
                Stream.concat(files.stream(), others.files.stream()).distinct().toList());
    }

    /** The same behind mocks of the program's own. */
    public MockSet behind(List<Mock> others) {
        return new MockSet(others, read, onNoMatch, usual, files);
    }

    /** The same with this where nothing was said of requests that no mock fits. */
    public MockSet orElse(OnNoMatch other) {
        return new MockSet(own, read, onNoMatch, other, files);
    }

    /** All mocks. */
    public List<Mock> mocks() {
        return Stream.concat(own.stream(), read.stream()).toList();
    }

    /** Whether requests are answered as if there were no mocks. */
    public boolean idle() {
        return own.isEmpty() && read.isEmpty() && onNoMatch.orElse(usual) == OnNoMatch.GENERATE;
    }

    /** For the engine. */
    public Mocks inForce() {
        return new Mocks(mocks(), onNoMatch.orElse(usual));
    }
}
