package llmsim.engine.schema;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/** Plans strings, and finds one where patterns or formats are to be met. */
final class TextNodes {
    /** What one try takes, in steps of planning. */
    private static final int STEPS = 80;

    private static final int TRIES = 40;
    private static final int ENOUGH = 2;

    private TextNodes() {}

    static Node node(TextRules rules, Fuel fuel) {
        if (rules.least() > rules.most()) {
            return new Node.Empty("'minLength' is greater than 'maxLength'");
        }
        if (rules.arePlain()) {
            return new Node.Text(rules, "");
        }
        return witness(rules, fuel)
                .<Node>map(witness -> new Node.Text(rules, witness))
                .orElseGet(() -> new Node.Empty("no text was found that fits its pattern, format and length"));
    }

    private static Optional<String> witness(TextRules rules, Fuel fuel) {
        var random = new Probe();
        return IntStream.range(0, TRIES)
                .peek(_ -> fuel.burn(STEPS))
                .mapToObj(attempt -> Pieces.made(rules, random, attempt))
                .flatMap(Optional::stream)
                .limit(ENOUGH)
                .min(Comparator.comparingInt(String::length));
    }
}
