package llmsim.engine.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import llmsim.api.content.Bytes;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Exchange;
import llmsim.api.exchange.Headers;
import llmsim.api.exchange.Outcome;
import llmsim.api.prompt.SimRequest;
import llmsim.api.reply.Usage;
import llmsim.engine.stats.Origin;

/**
 * One request and what became of it so far. Immutable, without secrets.
 *
 * @param number in the order in which they came, from 1
 * @param request as a model sees it; empty if none is asked, if it could not be read, or if it is too large to keep
 * @param asked the call; its body is cut if it is too large
 * @param admitted whether it passed all gates
 * @param answer what has left so far; empty while nothing has
 * @param timeline of a stream: when which tokens left
 * @param faults put in on purpose, by name
 * @param end empty while it is active
 */
public record Recorded(
        long number,
        Exchange exchange,
        Kept asked,
        Optional<SimRequest> request,
        boolean admitted,
        Optional<Answered> answer,
        List<Written> timeline,
        List<String> faults,
        Optional<End> end) {
    public Recorded {
        timeline = List.copyOf(timeline);
        faults = List.copyOf(faults);
    }

    /**
     * A call as far as it is kept.
     *
     * @param call without files, and with the beginning of a body that is too large
     * @param bodyBytes of the body, whether they are kept or not
     */
    public record Kept(Call call, long bodyBytes, boolean cut) {}

    /**
     * An answer as far as it is kept.
     *
     * @param body its beginning if it is too large
     * @param bodyBytes of the body, whether they are kept or not
     */
    public record Answered(int status, Headers headers, Bytes body, long bodyBytes, boolean cut) {}

    /** Tokens that left with one write, and when, since the request came. */
    public record Written(Duration after, int tokens) {}

    /** How it ended, and when, since the request came. */
    public record End(Outcome outcome, Usage usage, Duration after) {}

    /** When the request came. */
    public Instant received() {
        return asked.call().received();
    }

    /** Provider and kind of endpoint, such as {@code openai/completions}. */
    public String endpoint() {
        return new Origin(exchange.provider(), exchange.kind(), "").endpoint();
    }

    /** The time to the first token, if there was one. */
    public Optional<Duration> ttft() {
        return timeline.stream()
                .filter(written -> written.tokens() > 0)
                .findFirst()
                .map(Written::after);
    }

    /** What became of it, in a word, as the statistics call it. */
    public String state() {
        return end.map(ending -> switch (ending.outcome()) {
                    case Outcome.Done() -> "completed";
                    case Outcome.Cancelled() -> "cancelled";
                    case Outcome.Broken _ -> "broken";
                    case Outcome.Failed _, Outcome.Defect _ -> "error";
                })
                .orElse("active");
    }
}
