package llmsim.engine.play;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import llmsim.api.render.FrameKind;
import llmsim.api.render.FrameSink;
import llmsim.api.render.Framing;
import llmsim.api.render.Template;
import llmsim.engine.Head;
import org.jspecify.annotations.Nullable;

/**
 * Puts frames into their framing and writes each with one write. The head goes out with the first frame, so until then
 * an error can still be a whole answer. Not thread-safe.
 */
public final class Framer implements FrameSink {
    private final Framing framing;
    private final Supplier<Head> head;
    private final FrameWriter writer;
    private final LongSupplier clock;
    private final WriteListener listener;
    private final FrameBuffer buffer = new FrameBuffer();
    /** Where the frames of the end that wait in the buffer end. */
    private final List<Integer> held = new ArrayList<>();

    private @Nullable Runnable beforeEnd;
    private boolean begun;
    private long due;
    private int tokens;
    private long frames;

    /**
     * @param head made when the answer begins
     * @param clock the time in nanoseconds
     */
    public Framer(
            Framing framing, Supplier<Head> head, FrameWriter writer, LongSupplier clock, WriteListener listener) {
        this.framing = framing;
        this.head = head;
        this.writer = writer;
        this.clock = clock;
        this.listener = listener;
    }

    /** Hears of every write. */
    @FunctionalInterface
    public interface WriteListener {
        /** A frame was due at one time and handed over at another, with this many tokens. */
        void wrote(long dueNanos, long atNanos, int tokens);
    }

    /** Whether something was sent. */
    public boolean begun() {
        return begun;
    }

    /** Whether nothing leaves before the answer is complete. */
    boolean whole() {
        return framing == Framing.WHOLE;
    }

    /** Who hands the frames over. */
    FrameWriter writer() {
        return writer;
    }

    /** What comes next was due then. */
    void due(long dueNanos) {
        due = dueNanos;
    }

    /** The next frame carries so many tokens more. */
    void carry(int more) {
        tokens += more;
    }

    /** Tokens that wait for the next frame. */
    int carried() {
        return tokens;
    }

    @Override
    public void frame(FrameKind kind, String event, byte[] payload) {
        open(event);
        buffer.add(payload);
        write();
    }

    @Override
    public void spliced(FrameKind kind, Template template, String text) {
        open(template.event());
        buffer.add(template.before()).addEscaped(text).add(template.after());
        if (template.numbered()) {
            buffer.add(Long.toString(frames)).add(template.afterNumber());
        }
        write();
    }

    /**
     * What comes next is the end. It is held until {@link #end}, so that nothing of it has left if it fails; what was
     * held already is dropped.
     *
     * @param action done before it leaves
     */
    void closing(Runnable action) {
        frames -= held.size();
        held.clear();
        beforeEnd = action;
    }

    /** The moment has come that the writer waited for. */
    void ring() {
        try {
            writer.ring();
        } catch (IOException e) {
            throw new ClientGone(e);
        }
    }

    /** The answer is complete. */
    void end() {
        try {
            var closing = Frames.closing(framing, empty());
            var carried = tokens;
            begin();
            writer.closing(buffer.bytes(), held.isEmpty() ? 0 : held.getFirst(), carried);
            held.forEach(_ -> told());
            if (beforeEnd != null) {
                beforeEnd.run();
            }
            writeHeld(carried);
            if (closing.length > 0) {
                writer.write(closing, 0, closing.length, 0);
            }
            writer.end();
        } catch (IOException e) {
            throw new ClientGone(e);
        }
    }

    private void open(String event) {
        if (held.isEmpty()) {
            buffer.clear();
        }
        Frames.before(framing, event, empty(), buffer);
    }

    private boolean empty() {
        return !begun && held.isEmpty();
    }

    private void writeHeld(int carried) throws IOException {
        var from = 0;
        for (var end : held) {
            writer.write(buffer.bytes(), from, end - from, from == 0 ? carried : 0);
            from = end;
        }
    }

    private void write() {
        Frames.after(framing, buffer);
        frames++;
        if (beforeEnd != null) {
            held.add(buffer.length());
            return;
        }
        try {
            begin();
            writer.write(buffer.bytes(), 0, buffer.length(), tokens);
        } catch (IOException e) {
            throw new ClientGone(e);
        }
        told();
    }

    private void told() {
        if (writer.abridges()) {
            return;
        }
        listener.wrote(Math.max(due, writer.heldUntil()), clock.getAsLong(), tokens);
        tokens = 0;
    }

    private void begin() throws IOException {
        if (!begun) {
            var opening = head.get();
            begun = true;
            writer.begin(opening);
        }
    }
}
