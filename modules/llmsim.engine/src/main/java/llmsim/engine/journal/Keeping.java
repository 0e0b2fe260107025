package llmsim.engine.journal;

import java.util.List;
import java.util.Map;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Exchange;

/**
 * What is kept of a call: nothing secret, no file, and not more of its body than this.
 *
 * @param maxBodyBytes past which a body is cut
 */
record Keeping(int maxBodyBytes) {
    private static final int LONGEST_NAME = 256;
    private static final int FIELD_BYTES = 64;

    Recorded.Kept kept(Call call) {
        var bytes = length(call.body());
        var cut = bytes > maxBodyBytes;
        return new Recorded.Kept(
                new Call(
                        call.id(),
                        call.method(),
                        shortened(call.path()),
                        call.pathParameters(),
                        Masking.query(call.query()),
                        Masking.headers(call.headers()),
                        body(call.body(), cut),
                        call.caller(),
                        call.receivedNanos(),
                        call.received()),
                bytes,
                cut);
    }

    /** With a model's name that cannot be megabytes long. */
    Exchange kept(Exchange exchange) {
        return exchange.model().length() <= LONGEST_NAME
                ? exchange
                : new Exchange(
                        exchange.id(),
                        exchange.provider(),
                        exchange.kind(),
                        shortened(exchange.model()),
                        exchange.streaming(),
                        exchange.caller(),
                        exchange.receivedNanos());
    }

    /** About how many bytes a call takes that is kept, with what was read of it. */
    static long weight(Recorded.Kept kept) {
        var fields = new long[] {0};
        kept.call().headers().forEach((name, value) -> fields[0] += FIELD_BYTES + name.length() + value.length());
        return kept.cut() ? fields[0] + length(kept.call().body()) : fields[0] + 4 * kept.bodyBytes();
    }

    private Body body(Body body, boolean cut) {
        return switch (body) {
            case Body.Raw(var type, var bytes) when cut -> new Body.Raw(type, bytes.slice(0, maxBodyBytes));
            case Body.Multipart multipart when cut -> new Body.Multipart(Map.of(), List.of());
            case Body.Multipart(var fields, var files) -> new Body.Multipart(fields, List.of());
            case Body.Raw raw -> raw;
            case Body.Empty empty -> empty;
        };
    }

    private static long length(Body body) {
        return switch (body) {
            case Body.Empty() -> 0;
            case Body.Raw(var type, var bytes) -> bytes.length();
            case Body.Multipart(var fields, var files) ->
                fields.values().stream()
                        .flatMap(List::stream)
                        .mapToLong(String::length)
                        .sum();
        };
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME - 1) + "…";
    }
}
