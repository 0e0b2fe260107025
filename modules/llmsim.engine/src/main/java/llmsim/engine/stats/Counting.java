package llmsim.engine.stats;

import llmsim.api.exchange.Exchange;
import llmsim.api.exchange.ExchangeTrace;
import llmsim.api.exchange.Headers;
import llmsim.api.exchange.Outcome;
import llmsim.api.reply.Usage;

/** Counts one exchange. */
final class Counting implements ExchangeTrace {
    private final Statistics statistics;
    private final Exchange exchange;
    private final Row row;
    private boolean admitted;
    private int status;
    private boolean spoke;
    private long lastToken;

    Counting(Statistics statistics, Exchange exchange, Row row) {
        this.statistics = statistics;
        this.exchange = exchange;
        this.row = row;
    }

    @Override
    public void admitted() {
        admitted = true;
        statistics.enter();
    }

    @Override
    public void faulted(String fault) {
        statistics.fault(fault);
    }

    @Override
    public void began(int sent, Headers headers) {
        status = sent;
    }

    @Override
    public void wrote(long dueNanos, long atNanos, int tokens) {
        statistics.wrote(dueNanos, atNanos, tokens);
        if (tokens > 0 && exchange.streaming()) {
            if (spoke) {
                row.tokens(atNanos - lastToken, tokens);
            } else {
                row.firstToken(atNanos - exchange.receivedNanos());
            }
            spoke = true;
            lastToken = atNanos;
        }
    }

    @Override
    public void ended(Outcome outcome, Usage usage, long atNanos) {
        var nanos = atNanos - exchange.receivedNanos();
        row.end(exchange.streaming(), outcome, status, usage, statistics.cost(exchange.model(), usage), nanos);
        statistics.end(outcome, nanos);
        if (admitted) {
            statistics.leave();
        }
    }
}
