package llmsim.server.plugins;

/** Says in one line why foreign code failed. */
final class Reason {
    private static final int MAX_LENGTH = 300;

    private Reason() {}

    /** The failure and what caused it at last, without line breaks and control characters. */
    static String of(Throwable failure) {
        var root = failure;
        for (var depth = 0; root.getCause() != null && depth < 20; depth++) {
            root = root.getCause();
        }
        var text = root == failure ? said(failure) : said(failure) + " (" + said(root) + ")";
        var line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "...";
    }

    private static String said(Throwable failure) {
        try {
            var message = failure.getMessage();
            return message == null || message.isBlank() ? failure.getClass().getName() : message;
        } catch (RuntimeException _) {
            return failure.getClass().getName();
        }
    }
}
