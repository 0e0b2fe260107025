package llmsim.engine.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import llmsim.api.exchange.Exchange;
import llmsim.api.exchange.ExchangeListener;
import llmsim.api.exchange.Outcome;
import llmsim.api.problem.Problem;
import llmsim.api.reply.Usage;

/** All that was told of every exchange, and whether it was told in the order that listeners may rely on. */
public final class Journal implements ExchangeListener {
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    /** One exchange; {@code tokens} are those of its writes. */
    public static final class Entry {
        private final Exchange exchange;
        private final List<String> told = new ArrayList<>();
        private final List<String> faults = new ArrayList<>();
        private final List<Long> tokensOfWrites = new ArrayList<>();
        private long tokens;
        private Outcome outcome;
        private Problem problem;
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
            return problem;
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
            return String.join(" ", told).matches("refused|admitted( wrote)* ended");
        }

        /** The faults that were told, in order. */
        public synchronized List<String> faults() {
            return List.copyOf(faults);
        }

        private synchronized void fault(String fault) {
            faults.add(fault);
        }

        private synchronized void tell(String what) {
            told.add(what);
        }
    }

    @Override
    public void admitted(Exchange exchange) {
        entry(exchange).tell("admitted");
    }

    @Override
    public void refused(Exchange exchange, Problem why) {
        entry(exchange).problem = why;
        entry(exchange).tell("refused");
    }

    @Override
    public void wrote(Exchange exchange, long dueNanos, long atNanos, int tokens) {
        entry(exchange).tokens += tokens;
        entry(exchange).tokensOfWrites.add((long) tokens);
        entry(exchange).tell("wrote");
    }

    @Override
    public void ended(Exchange exchange, Outcome outcome, Usage usage, long atNanos) {
        entry(exchange).outcome = outcome;
        entry(exchange).usage = usage;
        entry(exchange).tell("ended");
    }

    @Override
    public void faulted(Exchange exchange, String fault) {
        entry(exchange).fault(fault);
    }

    private Entry entry(Exchange exchange) {
        return entries.computeIfAbsent(exchange.id(), _ -> new Entry(exchange));
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
        return entries().stream().allMatch(entry -> entry.problem() != null || entry.outcome() != null);
    }

    public boolean inOrder() {
        return entries().stream().allMatch(Entry::inOrder);
    }
}
