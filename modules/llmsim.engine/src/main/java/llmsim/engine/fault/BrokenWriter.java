package llmsim.engine.fault;

import java.io.IOException;
import java.util.BitSet;
import llmsim.api.content.Part;
import llmsim.api.exchange.Outcome;
import llmsim.api.reply.ReplyEvent;
import llmsim.api.reply.ReplyEvent.Delta;
import llmsim.api.reply.ReplyEvent.PartStarted;
import llmsim.api.time.Waiter;
import llmsim.engine.Head;
import llmsim.engine.configuration.StreamFault;
import llmsim.engine.play.FrameWriter;

/** Hands frames over up to the place of a fault, and from there on in the fault's way. Serves one answer. */
final class BrokenWriter implements FrameWriter {
    private final String fault;
    private final Way way;
    private final Spot spot;
    private final Wire wire;
    private final boolean whole;
    /** Choices whose present part is a tool call. */
    private final BitSet calling = new BitSet();

    private long alarm = Waiter.NEVER;
    private long heard;
    private long sent;
    private boolean reached;
    private boolean over;
    private boolean closing;
    private boolean call;

    BrokenWriter(StreamFault fault, Spot spot, Wire wire, boolean whole) {
        this.fault = fault.breakage().written();
        this.way = Ways.of(fault);
        this.spot = spot;
        this.wire = wire;
        this.whole = whole;
    }

    @Override
    public void setOff(long beginNanos) {
        alarm = spot.nanos() == Long.MAX_VALUE ? Waiter.NEVER : beginNanos + spot.nanos();
    }

    @Override
    public void begin(Head head) throws IOException {
        wire.outlet().begin(head);
        way.head(wire);
    }

    @Override
    public void write(byte[] bytes, int offset, int length, int tokens) throws IOException {
        var frame = frame(bytes, offset, length, tokens);
        if (isReachedWith(tokens)) {
            over = !way.frame(frame, wire);
        } else {
            wire.pass(frame);
        }
        sent += tokens;
    }

    @Override
    public void closing(byte[] bytes, int length, int tokens) throws IOException {
        closing = true;
        if (isReachedWith(tokens)) {
            way.closing(frame(bytes, 0, length, tokens), wire);
        }
    }

    @Override
    public void end() throws IOException {
        if (reached && !over) {
            way.end(wire);
        } else {
            wire.outlet().end();
        }
    }

    private boolean isReachedWith(long tokens) {
        reached |= sent >= spot.tokens() || sent + tokens > spot.tokens() || (whole && tokens == spot.tokens());
        return reached && !over;
    }

    /** A whole answer is cut where its bytes have the share of the tokens, and never behind its last byte. */
    private Way.Frame frame(byte[] bytes, int offset, int length, long tokens) {
        if (!whole || tokens == 0 || spot.tokens() > tokens) {
            return new Way.Frame(bytes, offset, length, 0, 0, call, closing);
        }
        var at = (int) Math.min(length - 1L, length * spot.tokens() / tokens);
        return new Way.Frame(bytes, offset, length, Math.max(0, at), spot.tokens(), call, closing);
    }

    @Override
    public void hear(ReplyEvent event) {
        if (event instanceof PartStarted begun) {
            calling.set(begun.choice(), begun.opening() instanceof Part.ToolCall);
        }
        call = event instanceof Delta delta && calling.get(delta.choice());
        var tokens = event instanceof Delta delta ? delta.tokens() : 0;
        if (!over && (heard >= spot.tokens() || heard + tokens > spot.tokens())) {
            over = true; // also if this throws
            over = !way.event(wire);
        }
        heard += tokens;
    }

    @Override
    public long alarm() {
        return alarm;
    }

    @Override
    public void ring() throws IOException {
        alarm = Waiter.NEVER;
        if (!over) {
            reached = true;
            over = true; // also if this throws
            over = !way.moment(wire);
        }
    }

    @Override
    public boolean abridges() {
        return wire.isAbridged();
    }

    @Override
    public long heldUntil() {
        return wire.heldUntil();
    }

    @Override
    public Outcome outcome() {
        return wire.isEndless() ? new Outcome.Broken(fault) : new Outcome.Done();
    }
}
