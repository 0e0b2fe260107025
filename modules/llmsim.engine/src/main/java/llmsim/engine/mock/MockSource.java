package llmsim.engine.mock;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import llmsim.api.problem.Category;
import llmsim.api.problem.Problem;
import llmsim.api.reply.Decision;
import llmsim.engine.latency.ProfileTable;
import llmsim.engine.match.Subject;
import llmsim.engine.source.Decided;
import llmsim.engine.source.Source;

/**
 * Answers with the first mock that fits: by priority, then by order. What the mocks have counted (sequences,
 * {@code {{n}}}) begins anew with each source. Thread-safe.
 */
public final class MockSource implements Source {
    private final Mocks mocks;
    private final MockIndex index;
    private final List<Answering> answering;

    /** Throws {@link llmsim.api.settings.SettingsException} if a mock names a latency profile that there is not. */
    public MockSource(Mocks mocks, ProfileTable profiles) {
        this.mocks = mocks;
        this.index = new MockIndex(mocks.mocks());
        this.answering = index.ordered().stream()
                .map(mock -> new Answering(mock, profiles))
                .toList();
    }

    private MockSource(Mocks mocks, MockIndex index, List<Answering> answering) {
        this.mocks = mocks;
        this.index = index;
        this.answering = answering;
    }

    /**
     * The same mocks, read once more, or with other profiles; they go on counting. Throws
     * {@link llmsim.api.settings.SettingsException} if a mock names a latency profile that there is not.
     */
    public MockSource again(Mocks same, ProfileTable profiles) {
        var other = new MockIndex(same.mocks());
        var ordered = other.ordered();
        return new MockSource(
                same,
                other,
                IntStream.range(0, ordered.size())
                        .mapToObj(i -> i < answering.size()
                                ? answering.get(i).become(ordered.get(i), profiles)
                                : new Answering(ordered.get(i), profiles))
                        .toList());
    }

    /** How often each mock has answered, in the order in which they are tried. */
    public List<Use> uses() {
        return answering.stream()
                .map(each -> new Use(each.mock(), each.answered()))
                .toList();
    }

    /** How often a mock has answered. */
    public record Use(Mock mock, long answered) {}

    /** What it answers with. */
    public Mocks mocks() {
        return mocks;
    }

    @Override
    public Optional<Decided> decide(Asked asked) {
        var subject = new Subject(asked);
        var first = index.first(subject);
        return first.isPresent()
                ? Optional.of(answering.get(first.getAsInt()).decide(asked, subject))
                : unmatched(subject);
    }

    private Optional<Decided> unmatched(Subject subject) {
        return switch (mocks.onNoMatch()) {
            case GENERATE -> Optional.empty();
            case ERROR ->
                Optional.of(Decided.of(new Decision.Refuse(
                        Problem.Stated.of(Category.INVALID_REQUEST, new NearMocks(mocks.mocks()).about(subject)))));
        };
    }
}
