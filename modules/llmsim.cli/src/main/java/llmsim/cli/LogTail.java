package llmsim.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The last lines, {@value #MOST} at the most, each of {@value #LONGEST} characters at the most. Thread-safe. */
final class LogTail {
    static final int MOST = 200;
    static final int LONGEST = 500;

    private final Deque<String> lines = new ArrayDeque<>();

    /** Each line of a text. */
    synchronized void add(String text) {
        text.lines().limit(MOST).forEach(this::addLine);
    }

    private void addLine(String line) {
        lines.addLast(line.substring(0, Math.min(LONGEST, line.length())));
        if (lines.size() > MOST) {
            lines.removeFirst();
        }
    }

    /** As they are now, the newest last. */
    synchronized List<String> lines() {
        return new ArrayList<>(lines);
    }
}
