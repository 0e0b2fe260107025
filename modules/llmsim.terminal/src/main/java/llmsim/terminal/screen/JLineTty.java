package llmsim.terminal.screen;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.ffm.FfmTerminalProvider;
import org.jline.terminal.spi.SystemStream;
import org.jline.utils.NonBlockingReader;

/**
 * The terminal of the process, by JLine. Characters go straight to the standard output: JLine closes its terminal when the
 * process ends, at a moment of its own, and then takes no more of them.
 */
final class JLineTty implements Tty {
    private static final int NEVER = 0;
    private static final String GLYPHS = "╭─╮│╰╯▁▂▃▄▅▆▇█■●…\ufffd";

    private final Terminal terminal;
    private final Attributes before;
    private final Charset encoding = Charset.forName(System.getProperty("stdout.encoding", "US-ASCII"));
    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    private final StringBuilder pending = new StringBuilder();
    private Size known;

    private JLineTty(Terminal terminal) {
        this.terminal = terminal;
        this.before = terminal.getAttributes();
        this.known = terminal.getSize();
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
        return size().getColumns();
    }

    @Override
    public int rows() {
        return size().getRows();
    }

    // A terminal that JLine has closed has the size that it had.
    private Size size() {
        try {
            known = terminal.getSize();
        } catch (IllegalStateException _) {
            return known;
        }
        return known;
    }

    @Override
    public int read(long millis) throws IOException {
        var key = terminal.reader().read(Math.max(1, millis));
        return key == NonBlockingReader.READ_EXPIRED ? NOTHING : key;
    }

    @Override
    public void write(CharSequence text) {
        pending.append(text);
    }

    @Override
    public void flush() throws IOException {
        var bytes = pending.toString().getBytes(encoding);
        pending.setLength(0);
        out.write(bytes);
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
        return encoding.newEncoder().canEncode(GLYPHS);
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
