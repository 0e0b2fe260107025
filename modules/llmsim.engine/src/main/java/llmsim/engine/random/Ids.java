package llmsim.engine.random;

import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import llmsim.api.dialect.IdStyle;

/** Makes ids as providers do. */
public final class Ids implements UnaryOperator<String> {
    private final RandomGenerator random;

    public Ids(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public String apply(String prefix) {
        return next(IdStyle.of(prefix));
    }

    /** The next id of this style. */
    public String next(IdStyle style) {
        var characters = style.alphabet().characters();
        var id = new StringBuilder(style.prefix().length() + style.length()).append(style.prefix());
        for (var i = 0; i < style.length(); i++) {
            id.append(characters.charAt(random.nextInt(characters.length())));
        }
        return id.toString();
    }
}
