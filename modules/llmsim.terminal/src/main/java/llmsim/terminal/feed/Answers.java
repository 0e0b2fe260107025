package llmsim.terminal.feed;

import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import llmsim.engine.stats.StatisticsSnapshot;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** What an answer to {@code GET /llmsim/stats} says. A newer server may say more. */
final class Answers {
    private static final ObjectReader STATISTICS = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerFor(StatisticsSnapshot.class);

    private static final Reading UNREADABLE =
            new Reading.Lost("sends no statistics that this version can read; is it an llmsim?");

    private Answers() {}

    static Reading read(HttpResponse<byte[]> answer) {
        return switch (answer.statusCode()) {
            case 200 -> statistics(answer.body());
            case 401, 403 -> new Reading.Lost("wants its administration token (--token)");
            default -> new Reading.Lost("answers with status " + answer.statusCode() + "; is it an llmsim?");
        };
    }

    private static Reading statistics(byte[] body) {
        try {
            return Optional.<@Nullable StatisticsSnapshot>ofNullable(STATISTICS.readValue(body))
                    .<Reading>map(Reading.Fresh::new)
                    .orElse(UNREADABLE);
        } catch (JacksonException _) {
            return UNREADABLE;
        }
    }

    /** A question that has no answer. */
    static Reading explain(Throwable failure) {
        var cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        return new Reading.Lost(
                switch (cause) {
                    case HttpTimeoutException _ -> "does not answer in time";
                    case ConnectException e -> "cannot be reached" + said(e);
                    case null -> "cannot be reached";
                    default -> "cannot be asked" + said(cause);
                });
    }

    private static String said(Throwable e) {
        return Optional.<@Nullable String>ofNullable(e.getMessage())
                .map(message -> ": " + message)
                .orElse("");
    }
}
