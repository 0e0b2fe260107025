package llmsim.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import llmsim.api.spi.ProviderAdapter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What every {@link ProviderAdapter} must do. A test class implements this and says which adapter it is about, and how
 * to have a conversation with it.
 */
public interface ProviderAdapterContract {
    /** An adapter as its users get it, with its settings applied. */
    ProviderAdapter adapter();

    /** Requests for generations, at least one for each endpoint that takes them; empty if none does. */
    List<Sample> samples();

    @Test
    @DisplayName("A1 the name is well-formed and free")
    default void nameIsWellFormed() {
        naming().isWellFormed();
        assertTrue(
                !Set.of("health", "llmsim", "metrics").contains(adapter().name()),
                "paths below this name belong to llmsim itself");
    }

    @Test
    @DisplayName("A2 settings are taken, or refused with a reason")
    default void settingsAreTakenOrRefused() {
        naming().settingsAreTakenOrRefused();
    }

    @Test
    @DisplayName("A3 facts and endpoints are well-formed")
    default void factsAndEndpointsAreWellFormed() {
        var described = new Description(adapter());
        described.factsAreWellFormed();
        described.endpointsAreWellFormed();
    }

    @Test
    @DisplayName("A4 every problem is explained by JSON with a status of its family")
    default void everyProblemIsExplained() {
        var calling = new Explaining(adapter());
        Problems.all().forEach(calling::explain);
    }

    @Test
    @DisplayName("A5 what a stated problem says is told, whatever its characters")
    default void statedProblemsAreTold() {
        var calling = new Explaining(adapter());
        Problems.stated()
                .forEach(problem -> assertTrue(
                        calling.explain(problem).anyText(text -> text.contains(Problems.SENTENCE)),
                        () -> "the message is not told: " + problem));
    }

    @Test
    @DisplayName("A6 no call is a defect")
    default void noCallIsADefect() {
        try (var served = new Served(adapter())) {
            for (var endpoint : adapter().endpoints()) {
                HostileBodies.any().forEach(body -> served.answered(endpoint, body));
            }
            for (var sample : samples()) {
                HostileBodies.near(sample.whole()).forEach(body -> served.answered(sample.path(), body));
                HostileBodies.near(sample.streamed()).forEach(body -> served.answered(sample.path(), body));
            }
        }
    }

    @Test
    @DisplayName("A7 streamed and whole answers say and count the same")
    default void streamedIsWhole() {
        for (var sample : samples()) {
            try (var served = new Served(adapter())) {
                var whole = served.whole(sample);
                assertCounted(served, whole);
            }
            try (var served = new Served(adapter())) {
                var streamed = served.streamed(sample);
                assertCounted(served, streamed);
                assertEquals(served.whole(sample), streamed, () -> "streamed differs from whole: " + sample.path());
            }
        }
    }

    @Test
    @DisplayName("A8 64 threads at once get what one gets alone")
    default void manyThreadsAtOnce() {
        try (var served = new Served(adapter())) {
            for (var sample : samples()) {
                var alone = served.whole(sample);
                var together = Crowd.all(() -> List.of(served.whole(sample), served.streamed(sample)));
                together.forEach(said -> assertEquals(List.of(alone, alone), said, "a thread got something else"));
            }
        }
    }

    private static void assertCounted(Served served, Sample.Said said) {
        var counted = served.statistics();
        assertNotNull(said, "an answer must be readable");
        assertEquals(counted.promptTokens(), said.promptTokens(), "prompt tokens of the answer and of the statistics");
        assertEquals(
                counted.completionTokens(),
                said.completionTokens(),
                "completion tokens of the answer and of the statistics");
    }

    private Naming<ProviderAdapter> naming() {
        return new Naming<>(adapter(), ProviderAdapter::name, ProviderAdapter::configured);
    }
}
