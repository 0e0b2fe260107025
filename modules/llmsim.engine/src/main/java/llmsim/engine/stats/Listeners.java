package llmsim.engine.stats;

import java.util.List;
import llmsim.api.exchange.Exchange;
import llmsim.api.exchange.ExchangeListener;
import llmsim.api.exchange.Outcome;
import llmsim.api.problem.Problem;
import llmsim.api.reply.Usage;

/** Tells several listeners, in order. */
public record Listeners(List<ExchangeListener> all) implements ExchangeListener {
    public Listeners {
        all = List.copyOf(all);
    }

    @Override
    public void admitted(Exchange exchange) {
        all.forEach(listener -> listener.admitted(exchange));
    }

    @Override
    public void refused(Exchange exchange, Problem problem) {
        all.forEach(listener -> listener.refused(exchange, problem));
    }

    @Override
    public void wrote(Exchange exchange, long dueNanos, long atNanos, int tokens) {
        // No iterator on the hot path.
        for (var i = 0; i < all.size(); i++) {
            all.get(i).wrote(exchange, dueNanos, atNanos, tokens);
        }
    }

    @Override
    public void faulted(Exchange exchange, String fault) {
        all.forEach(listener -> listener.faulted(exchange, fault));
    }

    @Override
    public void ended(Exchange exchange, Outcome outcome, Usage usage, long atNanos) {
        all.forEach(listener -> listener.ended(exchange, outcome, usage, atNanos));
    }
}
