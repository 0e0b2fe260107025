package llmsim.engine.journal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import llmsim.api.prompt.Prompt;
import llmsim.api.prompt.SimRequest;
import llmsim.engine.match.Match;
import llmsim.engine.match.Outcome;
import llmsim.engine.match.Subject;

/** Compares what was asked with what somebody expects. */
public final class Verifying {
    private static final int NEAREST = 3;
    private static final SimRequest NOTHING = SimRequest.of(Prompt.of("", List.of()));

    private final Journal.Pages pages;
    private final List<Looked> looked;
    private final List<String> problems = new ArrayList<>();
    private List<Recorded> fitting = List.of();
    private List<Verification.Near> nearest = List.of();

    private Verifying(Journal.Pages pages, Filter among) {
        this.pages = pages;
        this.looked =
                pages.requests().stream().filter(among::means).map(Looked::of).toList();
    }

    private record Looked(Recorded recorded, Subject subject) {
        static Looked of(Recorded recorded) {
            var request = recorded.request().orElse(NOTHING);
            return new Looked(recorded, new Subject(recorded.asked().call(), request));
        }
    }

    /** Whether the journal has what is expected. */
    public static Verification verify(Journal.Pages pages, Expectation expectation) {
        var verifying = new Verifying(pages, expectation.among());
        expectation.count().ifPresent(verifying::count);
        verifying.order(expectation.order());
        return new Verification(verifying.problems, verifying.fitting, verifying.nearest);
    }

    private void count(Expectation.Count count) {
        fitting = looked.stream()
                .filter(each -> count.match().holds(each.subject()))
                .map(Looked::recorded)
                .toList();
        var found = fitting.size();
        if (found < count.least()) {
            problems.add(few(count));
            nearest = nearest(count.match(), looked);
        } else if (found > count.most()) {
            problems.add(found + " requests fit, not at most " + count.most() + ".");
        } else if (count.most() < Long.MAX_VALUE && !pages.complete()) {
            problems.add(found + " requests fit, but it may have been more: " + missing() + ".");
        }
    }

    private String few(Expectation.Count count) {
        var most = count.most() == count.least() ? "" : " at least";
        var all = fitting.size() + " of " + looked.size() + " requests fit, not" + most + " " + count.least() + ".";
        return pages.complete() ? all : all + " It may have been more: " + missing() + ".";
    }

    private String missing() {
        return "the journal has forgotten " + pages.forgotten() + " requests (journal.max_bytes) and left out "
                + pages.leftOut() + " (journal.max_per_second)";
    }

    private void order(List<Match> order) {
        var from = 0;
        for (var place = 0; place < order.size(); place++) {
            var found = first(order.get(place), from);
            if (found == looked.size()) {
                problems.add("No request fits number " + (place + 1) + " of the order"
                        + (place == 0
                                ? "."
                                : " after request "
                                        + looked.get(from - 1).recorded().number() + ", which is number " + place
                                        + "."));
                nearest = nearest(order.get(place), looked.subList(from, looked.size()));
                return;
            }
            from = found + 1;
        }
    }

    private int first(Match match, int from) {
        var place = from;
        while (place < looked.size() && !match.holds(looked.get(place).subject())) {
            place++;
        }
        return place;
    }

    private static List<Verification.Near> nearest(Match match, List<Looked> among) {
        return among.stream()
                .filter(each -> !match.holds(each.subject()))
                .sorted(Comparator.comparingInt(each -> -match.fulfilled(each.subject())))
                .limit(NEAREST)
                .map(each -> new Verification.Near(each.recorded(), reasons(match, each)))
                .toList();
    }

    private static List<String> reasons(Match match, Looked looked) {
        var reasons = new ArrayList<String>();
        if (match.match(looked.subject()) instanceof Outcome.No no) {
            reasons.addAll(no.reasons());
        }
        if (looked.recorded().asked().cut()) {
            reasons.add("its body of " + looked.recorded().asked().bodyBytes()
                    + " bytes was too large to be kept (journal.max_body_bytes)");
        }
        return reasons;
    }
}
