package llmsim.engine.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Exchange;
import llmsim.api.exchange.ExchangeListener;
import llmsim.api.exchange.ExchangeTrace;
import llmsim.api.prompt.SimRequest;
import llmsim.api.time.Clock;
import llmsim.engine.configuration.JournalSettings;
import llmsim.engine.stats.Ration;

/**
 * Remembers the last requests and answers, within a number of bytes. Under load it leaves requests out, and says how
 * many. Thread-safe; its lock is held to add and to forget requests, not while they are written down.
 */
public final class Journal implements ExchangeListener {
    private static final long ENTRY_BYTES = 1_024;

    private final JournalSettings settings;
    private final Keeping keeping;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Weighed> entries = new ArrayDeque<>();
    private final AtomicLong bytes = new AtomicLong();
    private final Ration ration;
    private long lastNumber;
    private long forgotten;

    /** An empty journal. */
    public Journal(JournalSettings settings, Clock clock) {
        this.settings = settings;
        this.ration = new Ration(clock, settings.maxPerSecond());
        this.keeping = new Keeping(settings.maxBodyBytes());
    }

    private record Weighed(Entry entry, long weight) {}

    /**
     * The journal at one moment.
     *
     * @param requests those that are remembered, oldest first
     * @param forgotten how many older ones had to go for want of room
     * @param leftOut how many were never written down, for there were too many at a time
     */
    public record Pages(List<Recorded> requests, long forgotten, long leftOut) {
        public Pages {
            requests = List.copyOf(requests);
        }

        /** Whether these are all requests since the journal was begun. */
        public boolean complete() {
            return forgotten == 0 && leftOut == 0;
        }
    }

    @Override
    public ExchangeTrace begin(Exchange exchange, Call call, Optional<SimRequest> request) {
        if (!settings.on()) {
            return ExchangeTrace.NONE;
        }
        if (!ration.takeInQuiet()) {
            return ExchangeTrace.NONE;
        }
        var kept = keeping.kept(call);
        return add(keeping.kept(exchange), kept, kept.cut() ? Optional.empty() : request);
    }

    private Entry add(Exchange exchange, Recorded.Kept kept, Optional<SimRequest> request) {
        var weight = ENTRY_BYTES + Keeping.weight(kept);
        lock.lock();
        try {
            var entry = new Entry(this, ++lastNumber, exchange, kept, request, settings.maxBodyBytes());
            entries.addLast(new Weighed(entry, weight));
            bytes.addAndGet(weight);
            makeRoom();
            return entry;
        } finally {
            lock.unlock();
        }
    }

    /** An entry takes so many bytes more. */
    void grown(int more) {
        if (more > 0 && bytes.addAndGet(more) > settings.maxBytes()) {
            lock.lock();
            try {
                makeRoom();
            } finally {
                lock.unlock();
            }
        }
    }

    private void makeRoom() {
        while (bytes.get() > settings.maxBytes() && !entries.isEmpty()) {
            forget(entries.removeFirst());
            forgotten++;
        }
    }

    private void forget(Weighed oldest) {
        bytes.addAndGet(-oldest.weight() - oldest.entry().forget());
    }

    /**
     * The newest pages of the journal, of which no more is copied than is read.
     *
     * @param newestFirst those that are remembered; each is copied when it is come to
     * @param forgotten how many older ones had to go for want of room
     * @param leftOut how many were never written down, for there were too many at a time
     */
    public record Glance(Stream<Recorded> newestFirst, long forgotten, long leftOut) {}

    /** A look at what is remembered now, from the newest on. */
    public Glance glance() {
        var now = now();
        return new Glance(
                now.entries().reversed().stream().flatMap(entry -> entry.recorded().stream()),
                now.forgotten(),
                ration.leftOut());
    }

    /** What is remembered now. */
    public Pages pages() {
        var now = now();
        return new Pages(
                now.entries().stream()
                        .flatMap(entry -> entry.recorded().stream())
                        .toList(),
                now.forgotten(),
                ration.leftOut());
    }

    private record Now(List<Entry> entries, long forgotten) {}

    private Now now() {
        lock.lock();
        try {
            return new Now(entries.stream().map(Weighed::entry).toList(), forgotten);
        } finally {
            lock.unlock();
        }
    }

    /** Forgets everything, and begins anew; numbers go on. */
    public void clear() {
        lock.lock();
        try {
            while (!entries.isEmpty()) {
                forget(entries.removeFirst());
            }
            forgotten = 0;
            ration.takeLeftOut();
        } finally {
            lock.unlock();
        }
    }

    /** About how many bytes it takes. */
    long bytes() {
        return bytes.get();
    }
}
