package llmsim.openai.error;

/** What a client sent, said back to it: long values as their two ends, as the provider does it. */
final class Echo {
    private static final int LONGEST = 20;
    private static final int END = 3;

    private Echo() {}

    static String of(String value) {
        var length = value.codePointCount(0, value.length());
        return length <= LONGEST
                ? value
                : value.substring(0, value.offsetByCodePoints(0, END))
                        + "..."
                        + value.substring(value.offsetByCodePoints(value.length(), -END));
    }
}
