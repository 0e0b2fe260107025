package llmsim.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Headers;
import llmsim.api.prompt.SimRequest;
import llmsim.api.reply.Completion;
import llmsim.api.reply.Reply;
import llmsim.engine.Incoming;
import llmsim.engine.clock.VirtualClock;
import llmsim.engine.configuration.JournalSettings;
import llmsim.engine.trial.Rig;
import llmsim.engine.trial.TrialAdapter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class JournalTest {
    private static final JournalSettings ALL = new JournalSettings(1 << 20, 1 << 16, 0);

    @Test
    void aStreamIsRememberedWithItsTimeline() {
        var rig = rig();
        var journal = journal(rig, ALL);
        rig.reply(Reply.of(Completion.text("one two three")));
        rig.post("/chat", "{\"say\":\"Hi\"}");
        var only = journal.pages().requests().getFirst();

        assertThat(only.number()).isEqualTo(1);
        assertThat(only.state()).isEqualTo("completed");
        assertThat(only.admitted()).isTrue();
        assertThat(only.ttft()).contains(Duration.ofMillis(100));
        assertThat(only.timeline().stream().mapToInt(Recorded.Written::tokens).sum())
                .isEqualTo(3);
        assertThat(only.end().orElseThrow().usage().completionTokens()).isEqualTo(3);
        assertThat(only.answer().orElseThrow().status()).isEqualTo(200);
        assertThat(only.answer().orElseThrow().body().toByteArray())
                .asString(StandardCharsets.UTF_8)
                .contains("one", "three");
        assertThat(only.request().orElseThrow().prompt().lastUserText()).isEqualTo("Hi");
        assertThat(only.endpoint()).isEqualTo("trial/completions");
    }

    @Test
    void aGlanceBeginsWithTheNewest() {
        var rig = rig();
        var journal = journal(rig, ALL);
        for (var i = 0; i < 3; i++) {
            rig.reply(Reply.of(Completion.text("fine")));
            rig.post("/chat", "{\"say\":\"Hi\"}");
        }
        var glance = journal.glance();
        journal.clear();
        rig.post("/chat", "{\"say\":\"Later\"}");

        assertThat(glance.newestFirst())
                .as("what is gone when it is come to is left out")
                .isEmpty();
        assertThat(journal.glance().newestFirst()).extracting(Recorded::number).containsExactly(4L);
        rig.post("/chat", "{\"say\":\"Again\"}");
        assertThat(journal.glance().newestFirst()).extracting(Recorded::number).containsExactly(5L, 4L);
    }

    @Test
    void nothingSecretIsRemembered() {
        var rig = rig();
        var journal = journal(rig, ALL);
        var headers = Headers.of(Map.of(
                "authorization", "Bearer sk-one",
                "x-goog-api-key", "sk-two",
                "cookie", "sk-three",
                "x-secret-sauce", "sk-four",
                "x-auth-token", "sk-five",
                "x-tenant", "acme"));
        rig.call(new Incoming(Call.Method.POST, "/chat", Map.of("key", List.of("sk-six")), headers, Body.EMPTY));

        assertThat(journal.pages().toString()).doesNotContain("sk-").contains("acme");
    }

    @Test
    void largeBodiesAreCut() {
        var rig = rig();
        var journal = journal(rig, new JournalSettings(1 << 20, 100, 0));
        rig.reply(Reply.of(Completion.text("word ".repeat(200))));
        rig.post("/chat", "{\"say\":\"" + "x".repeat(200) + "\"}");
        var only = journal.pages().requests().getFirst();

        assertThat(only.asked().cut()).isTrue();
        assertThat(only.asked().bodyBytes()).isEqualTo(210);
        assertThat(only.request()).isEmpty();
        assertThat(only.answer().orElseThrow().cut()).isTrue();
        assertThat(only.answer().orElseThrow().body().length()).isEqualTo(100);
        assertThat(only.answer().orElseThrow().bodyBytes()).isGreaterThan(1_000);
    }

    @Test
    void aHugeModelNameIsCut() {
        var huge = SimRequest.of("m".repeat(1_000_000), "Hi");
        var rig = Rig.automatic(TrialAdapter.of(Trials.endpoint("/huge", huge)));
        var journal = journal(rig, ALL);
        rig.post("/huge", "{}");

        assertThat(journal.pages().requests().getFirst().exchange().model()).hasSize(256);
        assertThat(journal.bytes()).isLessThan(100_000);
    }

    @Test
    void underLoadRequestsAreLeftOut() {
        var clock = VirtualClock.manual();
        var journal = new Journal(new JournalSettings(1 << 20, 1 << 16, 5), clock);
        for (var inSecond : List.of(20, 20, 4, 4, 5, 6)) {
            for (var i = 0; i < inSecond; i++) {
                Trials.write(journal, "x");
            }
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(journal.pages().requests()).hasSize(5 + 0 + 0 + 4 + 5 + 5);
        assertThat(journal.pages().leftOut()).isEqualTo(59 - 19);
        assertThat(journal.pages().complete()).isFalse();
        journal.clear();
        assertThat(journal.pages()).isEqualTo(new Journal.Pages(List.of(), 0, 0));
        assertThat(journal.bytes()).isZero();
    }

    @Test
    void offItRemembersNothing() {
        var journal = new Journal(new JournalSettings(0, 100, 0), VirtualClock.manual());
        Trials.write(journal, "x");

        assertThat(journal.pages()).isEqualTo(new Journal.Pages(List.of(), 0, 0));
    }

    @Property(tries = 100)
    void itNeverTakesMoreThanItMay(
            @ForAll @Size(max = 60) List<@IntRange(max = 5_000) Integer> lengths,
            @ForAll @IntRange(min = 1, max = 50_000) int most) {
        var journal = new Journal(new JournalSettings(most, 4_000, 0), VirtualClock.manual());
        for (var length : lengths) {
            Trials.write(journal, "y".repeat(length));
            assertThat(journal.bytes()).isBetween(0L, (long) most);
        }
        var pages = journal.pages();
        var numbers = pages.requests().stream().map(Recorded::number).toList();

        assertThat(pages.requests().size() + pages.forgotten()).isEqualTo(lengths.size());
        assertThat(numbers)
                .isEqualTo(IntStream.rangeClosed((int) pages.forgotten() + 1, lengths.size())
                        .mapToObj(Long::valueOf)
                        .toList());
    }

    @Test
    void manyThreadsKeepItWithinItsBytes() throws InterruptedException {
        var journal = new Journal(new JournalSettings(50_000, 4_000, 0), VirtualClock.manual());
        var threads = IntStream.range(0, 8)
                .mapToObj(_ -> Thread.ofVirtual().start(() -> {
                    for (var i = 0; i < 500; i++) {
                        Trials.write(journal, "z".repeat(i * 7 % 3_000));
                        journal.pages();
                    }
                }))
                .toList();
        for (var thread : threads) {
            thread.join();
        }
        var pages = journal.pages();

        assertThat(journal.bytes()).isBetween(0L, 50_000L);
        assertThat(pages.requests().size() + pages.forgotten()).isEqualTo(4_000);
        journal.clear();
        assertThat(journal.bytes()).isZero();
    }

    private static Rig rig() {
        return Rig.automatic(TrialAdapter.of(
                Trials.endpoint("/chat", SimRequest.of("gpt-4o", "Hi").withStream(true))));
    }

    private static Journal journal(Rig rig, JournalSettings settings) {
        var journal = new Journal(settings, rig.clock);
        rig.listener(journal);
        return journal;
    }
}
