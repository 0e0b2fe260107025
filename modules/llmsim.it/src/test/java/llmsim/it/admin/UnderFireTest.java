package llmsim.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import llmsim.server.LlmSim;
import org.junit.jupiter.api.Test;

/** Changes while a thousand streams run at once, each followed by others. Counted, not timed. */
class UnderFireTest {
    private static final int CHANGES = 200;
    private static final int AT_ONCE = 1_000;
    private static final int STREAMS_EACH = 1;
    private static final int LIMIT = 1_000_000;

    @Test
    void eachStreamIsWhollyOfOneMomentAndNoneFails() throws InterruptedException {
        var wrong = ConcurrentHashMap.<String>newKeySet();
        var streams = new AtomicInteger();
        var done = new AtomicBoolean();
        try (var llm = LlmSim.builder()
                        .port(0)
                        .timeToFirstToken(1_000, 0)
                        .timeBetweenTokens(25, 0)
                        .start();
                var client = HttpClient.newHttpClient()) {
            var admin = new Admin(llm, client);
            change(admin, 0);
            var threads = new ArrayList<Thread>();
            for (var i = 0; i < AT_ONCE; i++) {
                threads.add(Thread.ofVirtual().start(() -> {
                    for (var n = 0; n < STREAMS_EACH || !done.get(); n++) {
                        look(admin, wrong);
                        streams.incrementAndGet();
                    }
                }));
            }
            for (var k = 1; k <= CHANGES; k++) {
                change(admin, k);
            }
            done.set(true);
            for (var thread : threads) {
                thread.join();
            }
            assertThat(wrong).isEmpty();
            assertThat(streams.get()).isGreaterThanOrEqualTo(AT_ONCE * STREAMS_EACH);
            assertThat(llm.statistics().errors()).isEmpty();
            assertThat(llm.statistics().completedRequests()).isEqualTo(streams.get());
        }
    }

    /** Text and limit tell the same number; every tenth change is a wrong one that changes nothing. */
    private static void change(Admin admin, int k) {
        var change = "{\"response\":{\"generator\":\"fixed:" + ("n" + k + " ").repeat(20)
                + "\"},\"limits\":{\"requests_per_minute\":" + (LIMIT + k) + "}";
        if (k % 10 == 9) {
            assertThat(admin.patch(change + ",\"seed\":\"x\"}").statusCode()).isEqualTo(400);
        } else {
            assertThat(admin.patch(change + "}").statusCode()).isEqualTo(200);
        }
    }

    private static void look(Admin admin, ConcurrentHashMap.KeySetView<String, Boolean> wrong) {
        var answer = admin.stream();
        var limit = answer.headers().firstValue("x-ratelimit-limit-requests").orElse("none");
        var words = Admin.text(answer).strip().split(" ", -1);
        var expected = "n" + (Integer.parseInt(limit.equals("none") ? "0" : limit) - LIMIT);
        for (var word : words) {
            if (!word.equals(expected) || words.length != 20 || expected.endsWith("9")) {
                wrong.add(answer.statusCode() + " " + limit + " " + String.join(" ", words));
            }
        }
    }
}
