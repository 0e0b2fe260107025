package llmsim.engine.report;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import llmsim.api.exchange.Exchange;
import llmsim.api.reply.Usage;

/**
 * What became of one exchange. Immutable; says nothing that is secret.
 *
 * @param endpoint such as {@code openai/completions}
 * @param status of HTTP; 0 if no answer has begun
 * @param outcome {@code completed}, {@code cancelled}, {@code broken}, {@code refused} or {@code error}
 * @param reason the fault, or the category of the error; empty if there is none
 * @param duration from arrival to the end
 * @param ttft to the first token, of a stream
 * @param faults put in on purpose, by name
 * @param prompt the beginning of the last user message; empty unless it was asked for
 */
public record Report(
        Exchange exchange,
        String endpoint,
        int status,
        String outcome,
        Optional<String> reason,
        Usage usage,
        Duration duration,
        Optional<Duration> ttft,
        List<String> faults,
        Optional<String> prompt) {
    public Report {
        faults = List.copyOf(faults);
    }

    /** Names and values, in the order in which people read them. */
    public Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("request", exchange.id());
        fields.put("endpoint", endpoint);
        fields.put("model", Plain.text(exchange.model()));
        fields.put("stream", exchange.streaming());
        fields.put("status", status);
        fields.put("outcome", outcome);
        reason.ifPresent(why -> fields.put("reason", Plain.text(why)));
        fields.put("prompt_tokens", usage.promptTokens());
        fields.put("completion_tokens", usage.completionTokens());
        fields.put("duration_ms", millis(duration));
        ttft.ifPresent(time -> fields.put("ttft_ms", millis(time)));
        putFilled(fields, "session", exchange.caller().session());
        putFilled(fields, "key", exchange.caller().keyId());
        if (!faults.isEmpty()) {
            fields.put("faults", faults.stream().map(Plain::text).toList());
        }
        prompt.ifPresent(text -> fields.put("prompt", Plain.text(text)));
        return fields;
    }

    private static void putFilled(Map<String, Object> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.put(name, Plain.text(value));
        }
    }

    /** One line, such as {@code req_1 openai/completions gpt-4o 200 completed, 9+100 tokens, 1234.5 ms, ttft 600.1 ms}. */
    public String text() {
        var line = new StringBuilder(exchange.id() + " " + endpoint);
        if (!exchange.model().isEmpty()) {
            line.append(' ').append(Plain.text(exchange.model()));
        }
        line.append(' ')
                .append(status == 0 ? "-" : String.valueOf(status))
                .append(' ')
                .append(outcome);
        reason.ifPresent(why -> line.append(" (").append(Plain.text(why)).append(')'));
        line.append(", ")
                .append(usage.promptTokens())
                .append('+')
                .append(usage.completionTokens())
                .append(" tokens, ")
                .append(millis(duration))
                .append(" ms");
        ttft.ifPresent(time -> line.append(", ttft ").append(millis(time)).append(" ms"));
        if (!faults.isEmpty()) {
            line.append(", faults ").append(faults.stream().map(Plain::text).collect(Collectors.joining(", ")));
        }
        prompt.ifPresent(
                text -> line.append(", prompt '").append(Plain.text(text)).append('\''));
        return line.toString();
    }

    private static double millis(Duration duration) {
        return Math.round(duration.toNanos() / 10_000.0) / 100.0;
    }

    @Override
    public String toString() {
        return text();
    }
}
