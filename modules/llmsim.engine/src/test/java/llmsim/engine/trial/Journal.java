package llmsim.engine.trial;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Exchange;
import llmsim.api.exchange.ExchangeListener;
import llmsim.api.exchange.ExchangeTrace;
import llmsim.api.exchange.Headers;
import llmsim.api.exchange.Outcome;
import llmsim.api.problem.Problem;
import llmsim.api.prompt.SimRequest;
import llmsim.api.reply.Usage;

/** All that was told of every exchange, and whether it was told in the order that listeners may rely on. */
public final class Journal implements ExchangeListener {
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    /** One exchange; {@code tokens} are those of its writes. */
    public static final class Entry implements ExchangeTrace {
        private final Exchange exchange;
        private final List<String> told = new ArrayList<>();
        private final List<String> faults = new ArrayList<>();
        private final List<Long> tokensOfWrites = new ArrayList<>();
        private long tokens;
        private Outcome outcome;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private int status;
        private Usage usage;

        private Entry(Exchange exchange) {
            this.exchange = exchange;
        }

        public Exchange exchange() {
            return exchange;
        }

        public synchronized Outcome outcome() {
            return outcome;
        }

        public synchronized Problem problem() {
            return !told.contains("admitted") && outcome instanceof Outcome.Failed failed ? failed.problem() : null;
        }

        public synchronized Usage usage() {
            return usage;
        }

        public synchronized long tokens() {
            return tokens;
        }

        /** The tokens of each write. */
        public synchronized List<Long> tokensOfWrites() {
            return List.copyOf(tokensOfWrites);
        }

        public synchronized boolean inOrder() {
            return String.join(" ", told).matches("(admitted )?((began|sent|wrote) )*ended( sent)*");
        }

        /** The faults that were told, in order. */
        public synchronized List<String> faults() {
            return List.copyOf(faults);
        }

        /** The body as it left. */
        public synchronized String body() {
            return body.toString(StandardCharsets.UTF_8);
        }

        public synchronized boolean wasAdmitted() {
            return told.contains("admitted");
        }

        public synchronized int status() {
            return status;
        }

        @Override
        public synchronized void admitted() {
            told.add("admitted");
        }

        @Override
        public synchronized void faulted(String fault) {
            faults.add(fault);
        }

        @Override
        public synchronized void began(int sent, Headers headers) {
            told.add("began");
            status = sent;
        }

        @Override
        public synchronized void sent(byte[] bytes, int offset, int length) {
            told.add("sent");
            body.write(bytes, offset, length);
        }

        @Override
        public synchronized void wrote(long dueNanos, long atNanos, int more) {
            tokens += more;
            tokensOfWrites.add((long) more);
            told.add("wrote");
        }

        @Override
        public synchronized void ended(Outcome how, Usage used, long atNanos) {
            told.add("ended");
            outcome = how;
            usage = used;
        }
    }

    @Override
    public ExchangeTrace begin(Exchange exchange, Call call, Optional<SimRequest> request) {
        var entry = new Entry(exchange);
        entries.put(exchange.id(), entry);
        return entry;
    }

    public List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    /** The one exchange that there was. */
    public Entry only() {
        if (entries.size() != 1) {
            throw new AssertionError(entries.size() + " exchanges");
        }
        return entries().getFirst();
    }

    /** Whether nothing is under way. */
    public boolean atRest() {
        return entries().stream().allMatch(entry -> entry.outcome() != null);
    }

    public boolean inOrder() {
        return entries().stream().allMatch(Entry::inOrder);
    }
}
