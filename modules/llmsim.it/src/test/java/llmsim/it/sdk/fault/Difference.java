package llmsim.it.sdk.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How an answer differs from the one without a fault, in the words of the documentation. */
record Difference(Seen seen, Seen plain) {
    String described() {
        var text = textFlaw();
        if (seen.error().isPresent()) {
            return "`" + seen.error().get() + "`" + before(text);
        }
        var flaws = Stream.of(text, endFlaw()).filter(flaw -> !flaw.isEmpty()).collect(Collectors.joining(", "));
        var told = seen.end().isPresent() && !seen.end().equals(plain.end());
        return flaws.isEmpty() ? "as usual" : (told ? "" : "**not noticed:** ") + flaws;
    }

    private String before(String flaw) {
        return switch (flaw) {
            case "no text" -> "";
            case "" -> plain.pieces().size() > 1 ? " after the whole text" : "";
            default -> " after " + flaw;
        };
    }

    private String endFlaw() {
        if (seen.end().isEmpty()) {
            return "no end";
        }
        if (!seen.end().equals(plain.end())) {
            return "ends with `" + seen.end().get() + "`";
        }
        return plain.usage() && !seen.usage() ? "no usage" : "";
    }

    private String textFlaw() {
        var here = seen.pieces();
        var there = plain.pieces();
        if (seen.calls() > plain.calls()) {
            return seen.calls() + " tool calls in place of " + plain.calls();
        }
        if (here.equals(there)) {
            return "";
        }
        if (here.size() < there.size() && here.equals(there.subList(0, here.size()))) {
            return here.isEmpty() ? "no text" : "a part of the text";
        }
        return otherOrder(here, there);
    }

    private static String otherOrder(List<String> here, List<String> there) {
        if (here.stream().sorted().toList().equals(there.stream().sorted().toList())) {
            return "two pieces swapped";
        }
        var places = IntStream.range(0, there.size()).boxed();
        if (here.size() > there.size()) {
            return places.anyMatch(place -> twice(there, place).equals(here)) ? "a piece twice" : "another text";
        }
        return places.anyMatch(place -> without(there, place).equals(here)) ? "a piece missing" : "another text";
    }

    private static List<String> twice(List<String> pieces, int place) {
        var changed = new ArrayList<>(pieces);
        changed.add(place, pieces.get(place));
        return changed;
    }

    private static List<String> without(List<String> pieces, int place) {
        var changed = new ArrayList<>(pieces);
        changed.remove(place);
        return changed;
    }
}
