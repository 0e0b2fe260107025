package llmsim.engine.generate;

import java.util.List;
import llmsim.api.token.Encoding;

/** The numbers from 1 on, measured for one vocabulary. Thread-safe. */
final class Numbers {
    /** Numbers measured in advance; above them a vocabulary is asked each time. */
    private static final int MEASURED = 512;

    /** From the first that has as many tokens as are left: a number has up to four with its blank. */
    private static final List<String> CLOSINGS = List.of("", ".", " etc.", " and so on", " and so on.");

    private final Encoding encoding;
    private final int[] tokens = new int[MEASURED];
    private final String[] closings;

    Numbers(Encoding encoding) {
        this.encoding = encoding;
        for (var number = 1; number < MEASURED; number++) {
            tokens[number] = encoding.count(written(number));
        }
        closings = new String[CLOSINGS.size()];
        for (var left = 0; left < closings.length; left++) {
            closings[left] = closing(left);
        }
    }

    /** The numbers that have no more than this many tokens, closed to have exactly as many. */
    String write(int target) {
        var text = new StringBuilder(3 * Math.min(target, MEASURED));
        var left = target;
        for (var number = 1; left >= tokens(number); number++) {
            left -= tokens(number);
            text.append(written(number));
        }
        return text.append(closings[Math.min(left, closings.length - 1)]).toString();
    }

    private int tokens(int number) {
        return number < MEASURED ? tokens[number] : encoding.count(written(number));
    }

    private static String written(int number) {
        return number == 1 ? "1" : " " + number;
    }

    private String closing(int left) {
        return CLOSINGS.stream()
                .filter(closing -> encoding.count(closing) == left)
                .findFirst()
                .orElse("");
    }
}
