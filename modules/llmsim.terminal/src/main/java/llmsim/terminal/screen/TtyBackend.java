package llmsim.terminal.screen;

import dev.tamboui.layout.Position;
import dev.tamboui.layout.Size;
import dev.tamboui.terminal.AbstractBackend;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What TamboUI draws on. Plain ANSI sequences, which every terminal of the last decades knows, also over ssh. */
final class TtyBackend extends AbstractBackend {
    private static final String CSI = "\u001b[";

    private final Tty tty;

    TtyBackend(Tty tty) {
        this.tty = tty;
    }

    @Override
    public void flush() throws IOException {
        tty.flush();
    }

    @Override
    public void clear() {
        tty.write(CSI + "0m" + CSI + "2J" + CSI + "H");
    }

    @Override
    public Size size() {
        return new Size(tty.columns(), tty.rows());
    }

    @Override
    public void showCursor() {
        tty.write(CSI + "?25h");
    }

    @Override
    public void hideCursor() {
        tty.write(CSI + "?25l");
    }

    /** The cursor is hidden and nobody asks. */
    @Override
    public Position getCursorPosition() {
        return Position.ORIGIN;
    }

    /** Without wrapping: a character that is wider than thought must not push the screen up. */
    @Override
    public void enterAlternateScreen() {
        tty.write(CSI + "?1049h" + CSI + "?7l");
    }

    /** Emptied first: after a change of size, tmux leaves rows of a full one on the main screen. */
    @Override
    public void leaveAlternateScreen() {
        clear();
        tty.write(CSI + "?7h" + CSI + "?1049l");
    }

    @Override
    public void enableRawMode() {
        tty.raw();
    }

    @Override
    public void disableRawMode() {
        tty.cooked();
    }

    /** The size is asked for at every frame instead. */
    @Override
    public void onResize(Runnable handler) {}

    @Override
    public int read(int timeoutMillis) throws IOException {
        return tty.read(timeoutMillis);
    }

    /** Nobody looks ahead. */
    @Override
    public int peek(int timeoutMillis) {
        return Tty.NOTHING;
    }

    @Override
    public void writeRaw(byte[] bytes) {
        tty.write(new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public void writeRaw(String text) {
        tty.write(text);
    }

    @Override
    public void writeRaw(CharSequence text) {
        tty.write(text);
    }

    @Override
    public void close() throws IOException {
        tty.close();
    }
}
