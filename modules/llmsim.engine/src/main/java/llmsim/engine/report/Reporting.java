package llmsim.engine.report;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Exchange;
import llmsim.api.exchange.ExchangeListener;
import llmsim.api.exchange.ExchangeTrace;
import llmsim.api.prompt.SimRequest;

/**
 * Reports every exchange when it is over.
 *
 * @param wanted asked at the beginning of an exchange; what it says no to costs nothing more
 * @param prompts whether to report what the user said
 * @param to must be quick and must not throw; called by many threads at once
 */
public record Reporting(BooleanSupplier wanted, boolean prompts, Consumer<Report> to) implements ExchangeListener {
    @Override
    public ExchangeTrace begin(Exchange exchange, Call call, Optional<SimRequest> request) {
        if (!wanted.getAsBoolean()) {
            return ExchangeTrace.NONE;
        }
        var prompt = prompts ? request.map(each -> each.prompt().lastUserText()) : Optional.<String>empty();
        return new Following(exchange, prompt, to);
    }
}
