package llmsim.engine.stats;

import llmsim.api.exchange.ExchangeTrace;
import llmsim.api.exchange.Headers;
import llmsim.api.exchange.Outcome;
import llmsim.api.reply.Usage;

/** Tells several, in order. */
final class Traces implements ExchangeTrace {
    // An array, for there is no iterator on the hot path.
    private final ExchangeTrace[] all;

    Traces(ExchangeTrace[] all) {
        this.all = all;
    }

    @Override
    public void admitted() {
        for (var each : all) {
            each.admitted();
        }
    }

    @Override
    public void faulted(String fault) {
        for (var each : all) {
            each.faulted(fault);
        }
    }

    @Override
    public void began(int status, Headers headers) {
        for (var each : all) {
            each.began(status, headers);
        }
    }

    @Override
    public void sent(byte[] bytes, int offset, int length) {
        for (var each : all) {
            each.sent(bytes, offset, length);
        }
    }

    @Override
    public void wrote(long dueNanos, long atNanos, int tokens) {
        for (var each : all) {
            each.wrote(dueNanos, atNanos, tokens);
        }
    }

    @Override
    public void ended(Outcome outcome, Usage usage, long atNanos) {
        for (var each : all) {
            each.ended(outcome, usage, atNanos);
        }
    }
}
