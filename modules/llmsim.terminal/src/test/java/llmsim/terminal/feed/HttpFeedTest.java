package llmsim.terminal.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import llmsim.api.time.Clock;
import llmsim.api.time.Waiter;
import llmsim.engine.clock.SystemClock;
import llmsim.terminal.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class HttpFeedTest {
    private static final String STATISTICS = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build()
            .writeValueAsString(Samples.busy(7));

    private final SystemClock clock = SystemClock.start();

    @AfterEach
    void stop() {
        clock.close();
    }

    private Reading first(URI uri, Optional<String> token) {
        try (var feed = new HttpFeed(uri, token, clock)) {
            return feed.first();
        }
    }

    @Test
    void theStatisticsOfAServer() throws IOException {
        try (var server = new ScriptedServer(ScriptedServer.json(200, STATISTICS))) {
            assertThat(first(server.uri(), Optional.of("secret"))).isEqualTo(new Reading.Fresh(Samples.busy(7)));
            assertThat(server.heads.remove())
                    .startsWith("GET /llmsim/stats HTTP/1.1")
                    .containsIgnoringCase("authorization: Bearer secret");
        }
    }

    @Test
    void aNewerServerMaySayMore() throws IOException {
        var more = STATISTICS.replaceFirst("\\{", "{\"later\": {\"a\": [1]},");
        try (var server = new ScriptedServer(ScriptedServer.json(200, more))) {
            assertThat(first(server.uri(), Optional.empty())).isInstanceOf(Reading.Fresh.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401|{}|wants its administration token (--token)",
                "404|{}|answers with status 404; is it an llmsim?",
                "200|<html>|sends no statistics that this version can read; is it an llmsim?",
                "200|[1]|sends no statistics that this version can read; is it an llmsim?"
            })
    void anythingElseIsSaid(int status, String body, String why) throws IOException {
        try (var server = new ScriptedServer(ScriptedServer.json(status, body))) {
            assertThat(first(server.uri(), Optional.empty())).isEqualTo(new Reading.Lost(why));
        }
    }

    @Test
    void aNullIsNoStatistics() throws IOException {
        try (var server = new ScriptedServer(ScriptedServer.json(200, "null"))) {
            assertThat(first(server.uri(), Optional.empty())).isInstanceOf(Reading.Lost.class);
        }
    }

    @Test
    void anAnswerWithoutEndIsCutOff() throws IOException {
        var endless = ScriptedServer.json(200, " ".repeat(9 << 20));
        try (var server = new ScriptedServer(endless)) {
            assertThat(first(server.uri(), Optional.empty())).isInstanceOf(Reading.Lost.class);
        }
    }

    @Test
    void nobodyListens() throws IOException {
        var gone = new ScriptedServer();
        gone.close();

        assertThat(first(gone.uri(), Optional.empty()))
                .isInstanceOfSatisfying(
                        Reading.Lost.class, lost -> assertThat(lost.why()).startsWith("cannot be reached"));
    }

    @Test
    void aServerThatIsBackIsFoundAgain() throws IOException {
        try (var server = new ScriptedServer(ScriptedServer.json(503, "{}"), ScriptedServer.json(200, STATISTICS));
                var feed = new HttpFeed(server.uri(), Optional.empty(), clock)) {
            assertThat(feed.first()).isInstanceOf(Reading.Lost.class);
            assertThat(feed.first()).isInstanceOf(Reading.Fresh.class);
        }
    }

    @Test
    void aServerThatDoesNotAnswerIsGivenUp() throws IOException {
        var time = new HandClock();
        try (var server = new ScriptedServer("", "");
                var feed = new HttpFeed(server.uri(), Optional.empty(), time)) {
            assertThat(feed.read()).isEqualTo(new Reading.Pending());
            time.nanos.addAndGet(4_999_999_999L);
            assertThat(feed.read()).isEqualTo(new Reading.Pending());
            time.nanos.addAndGet(1);
            assertThat(feed.read()).isEqualTo(new Reading.Lost("does not answer within 5 s"));
            assertThat(feed.read()).isEqualTo(new Reading.Pending());
        }
    }

    /** Moved by hand. */
    private static final class HandClock implements Clock {
        private final AtomicLong nanos = new AtomicLong();

        @Override
        public long nanoTime() {
            return nanos.get();
        }

        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public Waiter waiter() {
            throw new AssertionError("nothing waits");
        }
    }
}
