package llmsim.terminal.screen;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongConsumer;

/** A terminal that keeps what is written, and whose keys are given beforehand. */
public final class FakeTty implements Tty {
    public final StringBuilder written = new StringBuilder();
    public final Deque<Integer> keys = new ArrayDeque<>();
    public int columns = 80;
    public int rows = 24;
    public boolean raw;
    public int closed;
    public boolean hungUp;
    public LongConsumer waiting = _ -> {};
    public RuntimeException onRaw;
    public RuntimeException onCooked;

    /** Keys, and then the end. */
    public static FakeTty typing(String keys) {
        var tty = new FakeTty();
        keys.chars().forEach(tty.keys::add);
        return tty;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public int rows() {
        return rows;
    }

    /** {@code .} in the keys stands for none within the time. */
    @Override
    public int read(long millis) throws IOException {
        waiting.accept(millis);
        if (keys.isEmpty()) {
            return END;
        }
        var key = keys.removeFirst();
        return key == '.' ? NOTHING : key;
    }

    @Override
    public void write(CharSequence text) {
        written.append(text);
    }

    @Override
    public void flush() throws IOException {
        if (hungUp) {
            throw new IOException("Input/output error");
        }
    }

    @Override
    public void raw() {
        raw = true;
        if (onRaw != null) {
            throw onRaw;
        }
    }

    @Override
    public void cooked() {
        raw = false;
        if (onCooked != null) {
            throw onCooked;
        }
    }

    @Override
    public boolean unicode() {
        return true;
    }

    @Override
    public boolean showsErrors() {
        return true;
    }

    @Override
    public void close() {
        closed++;
    }
}
