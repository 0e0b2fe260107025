package llmsim.engine.mock;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import llmsim.engine.match.Outcome;
import llmsim.engine.match.Subject;

/**
 * Says why no mock fits a request: of the nearest ones, what is missing.
 *
 * @param mocks as they were written; one without a name is called by its number among them
 */
record NearMocks(List<Mock> mocks) {
    private static final int SHOWN = 3;
    private static final int LONGEST = 2_000;

    /** A sentence, and one for each of the nearest. */
    String about(Subject subject) {
        if (mocks.isEmpty()) {
            return "No mock fits this request: there are none.";
        }
        var near = IntStream.range(0, mocks.size())
                .mapToObj(place -> Near.of(place, mocks.get(place), subject))
                .sorted(Comparator.comparingDouble(Near::missingShare).thenComparingInt(Near::missing))
                .limit(SHOWN)
                .map(miss -> miss.text(subject))
                .collect(Collectors.joining("; "));
        var all = "No mock fits this request. Nearest: " + near + ".";
        return all.length() <= LONGEST ? all : all.substring(0, LONGEST - 1) + "…";
    }

    private record Near(int place, Mock mock, int fulfilled) {
        static Near of(int place, Mock mock, Subject subject) {
            return new Near(place, mock, mock.match().fulfilled(subject));
        }

        int missing() {
            return mock.match().conditions().size() - fulfilled;
        }

        /** Of all its conditions. */
        double missingShare() {
            return (double) missing() / mock.match().conditions().size();
        }

        String text(Subject subject) {
            var reasons = mock.match().match(subject) instanceof Outcome.No no ? no.reasons() : List.<String>of();
            return mock.name().map(name -> "mock '" + name + "'").orElse("mock " + (place + 1)) + " ("
                    + String.join(", ", reasons) + ")";
        }
    }
}
