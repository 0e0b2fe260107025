package llmsim.it.sdk.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a program sees of an answer. */
final class Seen {
    private static final int LONGEST = 48;

    private final List<String> pieces = new ArrayList<>();
    private final Set<Long> calls = new TreeSet<>();
    private Optional<String> end = Optional.empty();
    private Optional<String> error = Optional.empty();
    private boolean usage;

    /** A piece of text, or of the arguments of a call. */
    void piece(String piece) {
        pieces.add(piece);
    }

    void call(long index) {
        calls.add(index);
    }

    /** A finish reason, a final event or a status. */
    void end(String how) {
        end = Optional.of(how);
    }

    void usage(boolean present) {
        usage |= present;
    }

    void failed(Exception failure) {
        var kind = failure.getClass();
        var name = kind.getPackageName().startsWith("com.openai") ? kind.getSimpleName() : kind.getName();
        error = Optional.of((name + ": " + beginning(String.valueOf(failure.getMessage()))).replaceFirst(": $", ""));
    }

    /** So much of a message as is the same in every run. */
    private static String beginning(String message) {
        var line = message.strip().replaceAll("\\s+", " ").replaceAll("(column|position|char) \\d+", "$1 …");
        var shorter =
                line.length() <= LONGEST ? line : line.substring(0, LONGEST).strip() + "…";
        return shorter.replace("|", "\\|").replace('`', '\'');
    }

    List<String> pieces() {
        return pieces;
    }

    int calls() {
        return calls.size();
    }

    Optional<String> end() {
        return end;
    }

    Optional<String> error() {
        return error;
    }

    boolean usage() {
        return usage;
    }
}
