package llmsim.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import llmsim.terminal.screen.Opening;
import llmsim.terminal.screen.Stage;
import llmsim.terminal.screen.Terminals;
import llmsim.terminal.screen.Tty;

/** A terminal that keeps what is written, with keys given beforehand. */
final class FakeTty implements Tty {
    final StringBuilder written = new StringBuilder();
    private final String keys;
    private int read;
    boolean raw;
    Runnable pressing = () -> {};

    FakeTty(String keys) {
        this.keys = keys;
    }

    Terminals terminals() {
        return () -> {
            try {
                return new Opening.Opened(Stage.take(this, true));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    /** All that was written, without the sequences. */
    String text() {
        return written.toString().replaceAll("\u001b\\[[?0-9;]*[A-Za-z]", "");
    }

    @Override
    public int columns() {
        return 80;
    }

    @Override
    public int rows() {
        return 24;
    }

    @Override
    public int read(long millis) {
        pressing.run();
        return read < keys.length() ? keys.charAt(read++) : END;
    }

    @Override
    public void write(CharSequence text) {
        written.append(text);
    }

    @Override
    public void flush() {}

    @Override
    public void raw() {
        raw = true;
    }

    @Override
    public void cooked() {
        raw = false;
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
    public void close() {}
}
