package llmsim.engine.trial;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import llmsim.api.time.Clock;
import llmsim.engine.Ending;
import llmsim.engine.Head;
import llmsim.engine.Outlet;

/** What reached a client, and when by the clock; the client can vanish at a chosen call. Thread-safe. */
public final class Reached implements Outlet {
    /** As many as a head is taken to have. */
    public static final int HEAD_BYTES = 10;

    private final Clock clock;
    private final List<Frame> frames = new ArrayList<>();
    private final CountDownLatch firstFrame = new CountDownLatch(1);
    private Head head;
    private Duration beganAt;
    private Duration endedAt;
    private int calls;
    private int vanishesAt = Integer.MAX_VALUE;
    private Runnable atEnd = () -> {};
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Integer> headParts = new ArrayList<>();
    private Ending cutBy;
    private int announced;
    private int headLeft = HEAD_BYTES;

    public Reached(Clock clock) {
        this.clock = clock;
    }

    /** One write. */
    public record Frame(Duration at, String text) {}

    /** This call of the engine, from 0, finds nobody. */
    public Reached vanishingAt(int call) {
        vanishesAt = call;
        return this;
    }

    /** Does this when the end arrives, before the engine knows. */
    public Reached atEnd(Runnable action) {
        atEnd = action;
        return this;
    }

    @Override
    public synchronized void begin(Head begun) throws IOException {
        arrive();
        if (head != null) {
            throw new IllegalStateException("begun twice");
        }
        head = begun;
        beganAt = now();
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        arrive();
        if (head == null || endedAt != null || cutBy != null) {
            throw new IllegalStateException("written before the begin or after the end");
        }
        frames.add(new Frame(now(), new String(bytes, offset, length, StandardCharsets.UTF_8)));
        this.bytes.write(bytes, offset, length);
        firstFrame.countDown();
    }

    @Override
    public synchronized void end() throws IOException {
        arrive();
        if (head == null || endedAt != null) {
            throw new IllegalStateException("ended twice or before the begin");
        }
        endedAt = now();
        atEnd.run();
    }

    @Override
    public boolean breakable() {
        return true;
    }

    @Override
    public synchronized boolean writeHead(int length) throws IOException {
        arrive();
        var part = Math.min(length, headLeft);
        headParts.add(part);
        headLeft -= part;
        return headLeft > 0;
    }

    @Override
    public synchronized void cut(byte[] source, int offset, int sent, int length, Ending ending) throws IOException {
        if (sent > 0) {
            write(source, offset, sent);
        } else {
            arrive();
        }
        announced = length;
        cutBy = ending;
    }

    /** How the connection was cut; null if it was not. */
    public synchronized Ending cutBy() {
        return cutBy;
    }

    /** How long the last frame would have been that was cut. */
    public synchronized int announced() {
        return announced;
    }

    public synchronized List<Integer> headParts() {
        return List.copyOf(headParts);
    }

    public synchronized byte[] bytes() {
        return bytes.toByteArray();
    }

    private void arrive() throws IOException {
        if (calls > vanishesAt) {
            throw new UncheckedIOException(new IOException("called after the client had gone"));
        }
        if (calls++ == vanishesAt) {
            throw new IOException("gone");
        }
    }

    private Duration now() {
        return Duration.ofNanos(clock.nanoTime());
    }

    /** Returns when something was written. */
    public void awaitFirstFrame() throws InterruptedException {
        firstFrame.await();
    }

    /** How often the engine called. */
    public synchronized int calls() {
        return calls;
    }

    public synchronized boolean begun() {
        return head != null;
    }

    public synchronized Head head() {
        return head;
    }

    public synchronized int status() {
        return head.status();
    }

    public synchronized String header(String name) {
        return head.headers().first(name).orElse(null);
    }

    public synchronized Duration beganAt() {
        return beganAt;
    }

    public synchronized boolean ended() {
        return endedAt != null;
    }

    public synchronized Duration endedAt() {
        return endedAt;
    }

    public synchronized List<Frame> frames() {
        return List.copyOf(frames);
    }

    public synchronized List<String> texts() {
        return frames.stream().map(Frame::text).toList();
    }

    /** All bytes as text. */
    public synchronized String body() {
        return frames.stream().map(Frame::text).collect(Collectors.joining());
    }
}
