package llmsim.engine.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import llmsim.api.exchange.Exchange;
import llmsim.api.exchange.ExchangeTrace;
import llmsim.api.exchange.Headers;
import llmsim.api.exchange.Outcome;
import llmsim.api.reply.Usage;
import llmsim.engine.stats.Origin;

/** Follows one exchange to its end. */
final class Following implements ExchangeTrace {
    private static final int MOST_FAULTS = 16;
    private final Exchange exchange;
    private final Optional<String> prompt;
    private final Consumer<Report> to;
    private final List<String> faults = new ArrayList<>(1);
    private boolean admitted;
    private int status;
    private long ttftNanos = -1;

    Following(Exchange exchange, Optional<String> prompt, Consumer<Report> to) {
        this.exchange = exchange;
        this.prompt = prompt;
        this.to = to;
    }

    @Override
    public void admitted() {
        admitted = true;
    }

    @Override
    public void faulted(String fault) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(fault);
        }
    }

    @Override
    public void began(int sent, Headers headers) {
        status = sent;
    }

    @Override
    public void wrote(long dueNanos, long atNanos, int tokens) {
        if (ttftNanos < 0 && tokens > 0 && exchange.streaming()) {
            ttftNanos = atNanos - exchange.receivedNanos();
        }
    }

    @Override
    public void ended(Outcome outcome, Usage usage, long atNanos) {
        to.accept(new Report(
                exchange,
                new Origin(exchange.provider(), exchange.kind(), "").endpoint(),
                status,
                word(outcome),
                reason(outcome),
                usage,
                Duration.ofNanos(atNanos - exchange.receivedNanos()),
                ttftNanos < 0 ? Optional.empty() : Optional.of(Duration.ofNanos(ttftNanos)),
                faults,
                prompt));
    }

    private String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done() -> "completed";
            case Outcome.Cancelled() -> "cancelled";
            case Outcome.Broken _ -> "broken";
            case Outcome.Failed _, Outcome.Defect _ -> admitted ? "error" : "refused";
        };
    }

    private static Optional<String> reason(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _, Outcome.Cancelled _ -> Optional.empty();
            case Outcome.Broken(var fault) -> Optional.of(fault);
            case Outcome.Failed(var problem) ->
                Optional.of(problem.category().name().toLowerCase(Locale.ROOT));
            case Outcome.Defect() -> Optional.of("defect");
        };
    }
}
