package llmsim.engine.schema.regex;

/** A regular expression is wrong, or nothing can be made for it. The message is a phrase without a full stop. */
public final class RegexException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RegexException(String phrase) {
        super(phrase, null, false, false);
    }
}
