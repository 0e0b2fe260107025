package llmsim.engine.random;

import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** Makes ids of a prefix and {@value #LENGTH} letters and digits, as providers do. */
public final class Ids implements UnaryOperator<String> {
    private static final int LENGTH = 29;
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final RandomGenerator random;

    public Ids(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public String apply(String prefix) {
        var id = new StringBuilder(prefix.length() + LENGTH).append(prefix);
        for (var i = 0; i < LENGTH; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
