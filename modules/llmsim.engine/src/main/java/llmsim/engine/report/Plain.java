package llmsim.engine.report;

/** Texts from outside as one line shows them: short, and without anything that a terminal would act on. */
final class Plain {
    private static final int LONGEST = 200;

    private Plain() {}

    static String text(String text) {
        var shown = new StringBuilder();
        var points = text.codePoints().limit(LONGEST + 1L).iterator();
        for (var i = 0; i < LONGEST && points.hasNext(); i++) {
            var point = points.nextInt();
            shown.appendCodePoint(isHarmless(point) ? point : '\uFFFD');
        }
        return points.hasNext() ? shown.append('…').toString() : shown.toString();
    }

    // Format characters turn the direction of a line, and surrogates have no half.
    private static boolean isHarmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
