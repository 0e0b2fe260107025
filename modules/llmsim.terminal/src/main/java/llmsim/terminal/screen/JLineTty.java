package llmsim.terminal.screen;

import java.io.IOException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.ffm.FfmTerminalProvider;
import org.jline.terminal.spi.SystemStream;
import org.jline.utils.NonBlockingReader;

/** The terminal of the process, by JLine. */
final class JLineTty implements Tty {
    private static final int NEVER = 0;

    private final Terminal terminal;
    private final Attributes before;

    private JLineTty(Terminal terminal) {
        this.terminal = terminal;
        this.before = terminal.getAttributes();
    }

    /** Signals stay with the JVM: Ctrl-C and SIGTERM end it by its own way. */
    static JLineTty open() throws IOException {
        return new JLineTty(TerminalBuilder.builder()
                .name("llmsim")
                .system(true)
                .provider("ffm")
                .dumb(false)
                .nativeSignals(false)
                .graphemeCluster(false)
                .build());
    }

    @Override
    public int columns() {
        return terminal.getColumns();
    }

    @Override
    public int rows() {
        return terminal.getRows();
    }

    @Override
    public int read(long millis) throws IOException {
        var key = terminal.reader().read(Math.max(1, millis));
        return key == NonBlockingReader.READ_EXPIRED ? NOTHING : key;
    }

    @Override
    public void write(CharSequence text) {
        terminal.writer().append(text);
    }

    @Override
    public void flush() {
        terminal.flush();
    }

    // A stopped process could not give the screen back, so no key stops it.
    @Override
    public void raw() {
        terminal.enterRawMode();
        var raw = terminal.getAttributes();
        raw.setControlChar(Attributes.ControlChar.VSUSP, NEVER);
        terminal.setAttributes(raw);
    }

    @Override
    public void cooked() {
        terminal.setAttributes(before);
    }

    @Override
    public boolean unicode() {
        return terminal.encoding().newEncoder().canEncode("╭─█■●…");
    }

    @Override
    public boolean showsErrors() {
        return new FfmTerminalProvider().isSystemStream(SystemStream.Error);
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
