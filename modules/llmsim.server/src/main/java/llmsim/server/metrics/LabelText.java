package llmsim.server.metrics;

/** Makes values of labels of texts from outside. */
final class LabelText {
    private static final int REPLACEMENT = 0xfffd;

    private LabelText() {}

    /**
     * The text with U+FFFD in place of control characters, which could steer a terminal, and of halves of surrogate
     * pairs, which have no UTF-8. Quotes and backslashes are escaped by the format.
     */
    static String of(String text) {
        var harmless = text.codePoints().noneMatch(LabelText::isHarmful);
        return harmless
                ? text
                : text.codePoints()
                        .map(c -> isHarmful(c) ? REPLACEMENT : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isHarmful(int codePoint) {
        var type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.SURROGATE || type == Character.FORMAT;
    }
}
