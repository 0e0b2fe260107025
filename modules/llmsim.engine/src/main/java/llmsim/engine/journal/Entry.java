package llmsim.engine.journal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import llmsim.api.content.Bytes;
import llmsim.api.exchange.Exchange;
import llmsim.api.exchange.ExchangeTrace;
import llmsim.api.exchange.Headers;
import llmsim.api.exchange.Outcome;
import llmsim.api.prompt.SimRequest;
import llmsim.api.reply.Usage;
import org.jspecify.annotations.Nullable;

/** One request while it is written down. Thread-safe; its monitor is held for copying some bytes, never across a write. */
final class Entry implements ExchangeTrace {
    private static final int MOST_WRITES = 4_096;
    private static final int MOST_FAULTS = 64;
    private static final int WRITE_BYTES = 12;

    private final Journal journal;
    private final long number;
    private final Exchange exchange;
    private final Recorded.Kept asked;
    private final Optional<SimRequest> request;
    private final int maxBodyBytes;
    private final List<String> faults = new ArrayList<>(1);
    private boolean admitted;
    private boolean forgotten;
    private int status;
    private @Nullable Headers headers;
    private byte[] body = new byte[0];
    private int bodyLength;
    private long bodyBytes;
    private long[] moments = new long[0];
    private int[] tokens = new int[0];
    private int writes;
    private Recorded.@Nullable End end;

    Entry(
            Journal journal,
            long number,
            Exchange exchange,
            Recorded.Kept asked,
            Optional<SimRequest> request,
            int maxBodyBytes) {
        this.journal = journal;
        this.number = number;
        this.exchange = exchange;
        this.asked = asked;
        this.request = request;
        this.maxBodyBytes = maxBodyBytes;
    }

    @Override
    public synchronized void admitted() {
        admitted = true;
    }

    @Override
    public synchronized void faulted(String fault) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(fault);
        }
    }

    @Override
    public synchronized void began(int sent, Headers fields) {
        status = sent;
        headers = fields;
    }

    @Override
    public void sent(byte[] bytes, int offset, int length) {
        journal.grown(append(bytes, offset, length));
    }

    @Override
    public void wrote(long dueNanos, long atNanos, int more) {
        journal.grown(note(atNanos, more));
    }

    @Override
    public synchronized void ended(Outcome outcome, Usage usage, long atNanos) {
        end = new Recorded.End(outcome, usage, since(atNanos));
    }

    /** Returns how many bytes more it takes. */
    private synchronized int append(byte[] bytes, int offset, int length) {
        bodyBytes += length;
        var kept = Math.min(length, maxBodyBytes - bodyLength);
        if (forgotten || kept <= 0) {
            return 0;
        }
        var before = body.length;
        if (bodyLength + kept > body.length) {
            body = Arrays.copyOf(body, Math.min(maxBodyBytes, Math.max(bodyLength + kept, 2 * body.length)));
        }
        System.arraycopy(bytes, offset, body, bodyLength, kept);
        bodyLength += kept;
        return body.length - before;
    }

    /** Returns how many bytes more it takes. Past a bound all tokens go with the last write. */
    private synchronized int note(long atNanos, int more) {
        if (forgotten) {
            return 0;
        }
        if (writes == MOST_WRITES) {
            moments[writes - 1] = atNanos;
            tokens[writes - 1] += more;
            return 0;
        }
        var before = moments.length;
        if (writes == moments.length) {
            moments = Arrays.copyOf(moments, Math.max(8, 2 * writes));
            tokens = Arrays.copyOf(tokens, moments.length);
        }
        moments[writes] = atNanos;
        tokens[writes] = more;
        writes++;
        return (moments.length - before) * WRITE_BYTES;
    }

    /** Gives up what it holds, and holds nothing more; returns how many bytes that are beside what it began with. */
    synchronized long forget() {
        var freed = (long) body.length + (long) moments.length * WRITE_BYTES;
        forgotten = true;
        body = new byte[0];
        bodyLength = 0;
        moments = new long[0];
        tokens = new int[0];
        writes = 0;
        return freed;
    }

    /** As it is now; empty if it was forgotten. */
    synchronized Optional<Recorded> recorded() {
        return forgotten
                ? Optional.empty()
                : Optional.of(new Recorded(
                        number,
                        exchange,
                        asked,
                        request,
                        admitted,
                        answered(),
                        timeline(),
                        faults,
                        Optional.ofNullable(end)));
    }

    private Optional<Recorded.Answered> answered() {
        return Optional.ofNullable(headers)
                .map(fields -> new Recorded.Answered(
                        status,
                        Masking.headers(fields),
                        Bytes.owned(Arrays.copyOf(body, bodyLength)),
                        bodyBytes,
                        bodyBytes > bodyLength));
    }

    private List<Recorded.Written> timeline() {
        var timeline = new ArrayList<Recorded.Written>(writes);
        for (var i = 0; i < writes; i++) {
            timeline.add(new Recorded.Written(since(moments[i]), tokens[i]));
        }
        return timeline;
    }

    private Duration since(long nanos) {
        return Duration.ofNanos(nanos - exchange.receivedNanos());
    }
}
