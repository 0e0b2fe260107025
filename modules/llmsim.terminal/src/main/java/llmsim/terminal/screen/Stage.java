package llmsim.terminal.screen;

import dev.tamboui.buffer.Buffer;
import dev.tamboui.error.RuntimeIOException;
import dev.tamboui.terminal.Terminal;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import llmsim.api.time.Clock;
import llmsim.terminal.picture.Look;

/**
 * A terminal that a dashboard has for itself, until it is closed: then the terminal is as it was. One thread draws and
 * reads keys; any may close, at any moment and more than once, and nothing is drawn after that.
 */
public final class Stage implements AutoCloseable {
    private static final long SOON_NANOS = 1_000_000_000;

    private final Tty tty;
    private final TtyBackend backend;
    private final Terminal<TtyBackend> terminal;
    private final Look look;
    private final ReentrantLock drawing = new ReentrantLock();
    private volatile boolean closed;
    private volatile boolean gone;

    private Stage(Tty tty, boolean colours) {
        this.tty = tty;
        this.backend = new TtyBackend(tty);
        this.terminal = new Terminal<>(backend);
        this.look = new Look(colours, tty.unicode());
    }

    /**
     * Takes a terminal. If that fails half-way, it is given back.
     *
     * @param colours whether it may be coloured
     */
    public static Stage take(Tty tty, boolean colours) throws IOException {
        var stage = new Stage(tty, colours);
        try {
            stage.backend.enableRawMode();
            stage.backend.enterAlternateScreen();
            stage.backend.hideCursor();
            stage.backend.clear();
            stage.backend.flush();
            return stage;
        } catch (RuntimeException e) {
            stage.close();
            throw e;
        }
    }

    /** What the terminal can show. */
    public Look look() {
        return look;
    }

    /** Shows what a painter draws into an empty buffer; nothing when closed. A change of size is noticed here. */
    public void draw(Consumer<Buffer> painter) {
        drawing.lock();
        try {
            if (!closed) {
                terminal.draw(frame -> painter.accept(frame.buffer()));
            }
        } catch (RuntimeIOException _) {
            gone = true;
        } finally {
            drawing.unlock();
        }
    }

    /** Draws everything anew next time, whatever others have written over it. */
    public void forget() {
        drawing.lock();
        try {
            if (!closed) {
                terminal.clear();
            }
        } finally {
            drawing.unlock();
        }
    }

    /** The next key, waited for so many milliseconds at the most. */
    public Key key(long millis) {
        try {
            var key = gone || closed ? Key.GONE : Key.read(tty, millis);
            return closed ? Key.CLOSED : key;
        } catch (IOException _) {
            return closed ? Key.CLOSED : Key.GONE;
        }
    }

    /** Whether the error stream of the process is this terminal too: then nobody may write to it. */
    public boolean showsErrors() {
        return tty.showsErrors();
    }

    /** Gives the terminal back. */
    @Override
    public void close() {
        drawing.lock();
        try {
            if (!closed) {
                closed = true;
                giveBack();
            }
        } finally {
            drawing.unlock();
        }
    }

    /**
     * Gives the terminal back when the process ends; returns after a second at the most, for a terminal that takes no
     * characters must not hold that up.
     */
    public void closeSoon(Clock clock) {
        try (var waiter = clock.waiter()) {
            Thread.ofPlatform().daemon().name("llmsim-terminal").start(() -> {
                close();
                waiter.signal();
            });
            waiter.await(clock.nanoTime() + SOON_NANOS);
        }
    }

    // Each step for itself: a terminal that is half gone still gets the rest.
    private void giveBack() {
        attempt(() -> {
            backend.showCursor();
            backend.leaveAlternateScreen();
            backend.flush();
        });
        attempt(backend::disableRawMode);
        attempt(tty::close);
    }

    private static void attempt(Step step) {
        try {
            step.run();
        } catch (IOException | RuntimeException _) {
            // The terminal is gone, and with it what was to be mended.
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }
}
