package llmsim.engine.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import llmsim.api.time.Clock;
import llmsim.engine.Head;
import llmsim.engine.Outlet;

/** What reached a client, and when by the clock; the client can vanish at a chosen call. Thread-safe. */
public final class Reached implements Outlet {
    private final Clock clock;
    private final List<Frame> frames = new ArrayList<>();
    private final CountDownLatch firstFrame = new CountDownLatch(1);
    private Head head;
    private Duration beganAt;
    private Duration endedAt;
    private int calls;
    private int vanishesAt = Integer.MAX_VALUE;
    private Runnable atEnd = () -> {};

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
        if (head == null || endedAt != null) {
            throw new IllegalStateException("written before the begin or after the end");
        }
        frames.add(new Frame(now(), new String(bytes, offset, length, StandardCharsets.UTF_8)));
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
