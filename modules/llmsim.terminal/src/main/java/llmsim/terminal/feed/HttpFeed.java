package llmsim.terminal.feed;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import llmsim.api.time.Clock;

/**
 * The statistics of a running server, from its {@code /llmsim/stats}. A question has 5 s, its answer 8 MiB; after one that
 * failed the next is a second later.
 */
public final class HttpFeed implements Feed {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final long PATIENCE = Duration.ofSeconds(5).toNanos();
    private static final long PAUSE = Duration.ofSeconds(1).toNanos();
    private static final long POLL = Duration.ofMillis(5).toNanos();
    private static final long MOST_BYTES = 8 << 20;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final Clock clock;
    private final HttpRequest request;
    private Optional<Asked> asked = Optional.empty();
    private Optional<Reading> waitedFor = Optional.empty();
    private long notBefore;

    /**
     * Asks nothing yet.
     *
     * @param server the address of the server, with nothing behind the port
     * @param token the administration token, where the server wants one
     */
    public HttpFeed(URI server, Optional<String> token, Clock clock) {
        this.clock = clock;
        this.notBefore = clock.nanoTime();
        var builder = HttpRequest.newBuilder(server.resolve("/llmsim/stats"));
        token.ifPresent(value -> builder.header("authorization", "Bearer " + value));
        this.request = builder.build();
    }

    /** The next answer, good or bad; waits for it. It is what {@link #read} says next, too. */
    public Reading first() {
        try (var waiter = clock.waiter()) {
            var reading = next();
            while (reading instanceof Reading.Pending) {
                waiter.await(clock.nanoTime() + POLL);
                reading = next();
            }
            waitedFor = Optional.of(reading);
            return reading;
        }
    }

    @Override
    public Reading read() {
        var reading = waitedFor.orElseGet(this::next);
        waitedFor = Optional.empty();
        return reading;
    }

    private Reading next() {
        var now = clock.nanoTime();
        var reading = asked.map(question -> heard(question, now)).orElseGet(Reading.Pending::new);
        if (asked.isEmpty() && now - notBefore >= 0) {
            asked = Optional.of(new Asked(ask(), now));
        }
        return reading;
    }

    private Reading heard(Asked question, long now) {
        if (question.answer().isDone()) {
            return ended(question.answer().resultNow(), now);
        }
        if (now - question.since() < PATIENCE) {
            return new Reading.Pending();
        }
        question.answer().cancel(true);
        return ended(
                new Reading.Lost(
                        "does not answer within " + Duration.ofNanos(PATIENCE).toSeconds() + " s"),
                now);
    }

    private Reading ended(Reading reading, long now) {
        asked = Optional.empty();
        notBefore = reading instanceof Reading.Lost ? now + PAUSE : now;
        return reading;
    }

    private CompletableFuture<Reading> ask() {
        return client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES))
                .handle((answer, failure) -> failure == null ? Answers.read(answer) : Answers.explain(failure));
    }

    @Override
    public void close() {
        asked.ifPresent(question -> question.answer().cancel(true));
        client.shutdownNow();
    }

    private record Asked(CompletableFuture<Reading> answer, long since) {}
}
