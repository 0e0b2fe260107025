package llmsim.it.breaks;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import llmsim.engine.Ending;
import llmsim.engine.Head;
import llmsim.engine.Outlet;

/** What a client would get over a connection, write by write. */
final class Frames implements Outlet {
    /** The one number that a fault changes, for it takes time. */
    private static final Pattern COMPLETED = Pattern.compile("(?<=\"completed_at\":)[0-9]+");

    private final List<String> writes = new ArrayList<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int status;
    private boolean ended;
    private boolean cut;

    @Override
    public void begin(Head head) {
        status = head.status();
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        writes.add(timeless(new String(source, offset, length, StandardCharsets.ISO_8859_1)));
        bytes.write(source, offset, length);
    }

    @Override
    public void end() {
        ended = true;
    }

    @Override
    public boolean breakable() {
        return true;
    }

    @Override
    public void cut(byte[] source, int offset, int sent, int length, Ending ending) {
        cut = true;
        if (sent > 0) {
            write(source, offset, sent);
        }
    }

    int status() {
        return status;
    }

    boolean ended() {
        return ended;
    }

    boolean cut() {
        return cut;
    }

    List<String> writes() {
        return writes;
    }

    String bytes() {
        return timeless(bytes.toString(StandardCharsets.ISO_8859_1));
    }

    private static String timeless(String text) {
        return COMPLETED
                .matcher(text)
                .replaceAll(time -> "0".repeat(time.group().length()));
    }
}
