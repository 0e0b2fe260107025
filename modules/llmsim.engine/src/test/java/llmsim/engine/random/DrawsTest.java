package llmsim.engine.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import llmsim.api.prompt.SimRequest;
import org.junit.jupiter.api.Test;

class DrawsTest {
    private static final RunSeed CHOSEN = RunSeed.of(OptionalLong.of(42));

    @Test
    void streamsOfOtherNamesAndChoicesDiffer() {
        var draws = new Randomness(CHOSEN).admit(Requests.PLAIN, "");

        assertThat(Stream.of(
                                draws.saying("text", 0),
                                draws.saying("text", 1),
                                draws.saying("tools", 0),
                                draws.happening("text", 0),
                                draws.happening("gaps", 0),
                                draws.happening("gaps", 1))
                        .map(DrawsTest::taste))
                .doesNotHaveDuplicates();
    }

    @Test
    void aStreamDoesNotHangOnHowMuchAnotherWasUsed() {
        var draws = new Randomness(CHOSEN).admit(Requests.PLAIN, "");
        var before = taste(draws.saying("text", 0));
        assertThat(taste(draws.saying("tools", 0))).isNotEqualTo(before);

        assertThat(taste(draws.saying("text", 0))).isEqualTo(before);
    }

    @Test
    void withASeedTheTextHangsOnContentAndChoiceAlone() {
        var randomness = new Randomness(CHOSEN);
        var text = said(randomness, Requests.PLAIN);

        assertThat(said(randomness, Requests.PLAIN)).isEqualTo(text);
        assertThat(said(new Randomness(CHOSEN), Requests.PLAIN)).isEqualTo(text);
        for (var delivery : Requests.otherDeliveries()) {
            assertThat(said(randomness, delivery)).isEqualTo(text);
        }
        for (var prompt : Requests.otherPrompts()) {
            assertThat(said(randomness, SimRequest.of(prompt))).isNotEqualTo(text);
        }
    }

    @Test
    void anotherSeedGivesAnotherText() {
        assertThat(said(new Randomness(RunSeed.of(OptionalLong.of(43))), Requests.PLAIN))
                .isNotEqualTo(said(new Randomness(CHOSEN), Requests.PLAIN));
    }

    @Test
    void everyOccurrenceHasItsOwnGapsAndIds() {
        var randomness = new Randomness(CHOSEN);
        var first = randomness.admit(Requests.PLAIN, "");
        var second = randomness.admit(Requests.PLAIN, "");

        for (var name : List.of("gaps", "ids", "faults")) {
            assertThat(taste(first.happening(name, 0))).isNotEqualTo(taste(second.happening(name, 0)));
        }
        assertThat(taste(new Randomness(CHOSEN).admit(Requests.PLAIN, "").happening("gaps", 0)))
                .isEqualTo(taste(first.happening("gaps", 0)));
    }

    @Test
    void everySessionCountsForItself() {
        var randomness = new Randomness(CHOSEN);
        var first = randomness.admit(Requests.PLAIN, "a");

        assertThat(taste(randomness.admit(Requests.PLAIN, "b").happening("gaps", 0)))
                .isEqualTo(taste(first.happening("gaps", 0)));
    }

    @Test
    void aSeedInTheBodyMeansTheSameInEveryRun() {
        var request = Requests.seeded(7);

        assertThat(said(new Randomness(new RunSeed(1, false)), request))
                .isEqualTo(said(new Randomness(new RunSeed(2, false)), request))
                .isNotEqualTo(said(new Randomness(new RunSeed(1, false)), Requests.seeded(8)));
    }

    @Test
    void withoutAnySeedTheTextVariesByOccurrence() {
        var randomness = new Randomness(new RunSeed(1, false));

        assertThat(said(randomness, Requests.PLAIN)).isNotEqualTo(said(randomness, Requests.PLAIN));
    }

    @Test
    void theSeedThatWasDrawnRepeatsWhatWasSaidFirst() {
        var drawn = new Randomness(RunSeed.of(OptionalLong.empty()));
        var chosen = RunSeed.of(OptionalLong.of(drawn.seed().value()));

        assertThat(drawn.seed().chosen()).isFalse();
        assertThat(drawn.seed().value()).isBetween(1L, (long) Integer.MAX_VALUE);
        assertThat(said(new Randomness(chosen), Requests.PLAIN)).isEqualTo(said(drawn, Requests.PLAIN));
    }

    @Test
    void otherStreamsAreTakenOneAfterTheOther() {
        var randomness = new Randomness(CHOSEN);

        assertThat(taste(randomness.other("ids"))).isNotEqualTo(taste(randomness.other("ids")));
    }

    /** A change of these numbers changes every text that users have seen for a seed: say so in the change log. */
    @Test
    void theNumbersOfThisVersion() {
        var key = RequestKey.of(Requests.PLAIN);
        var draws = new Randomness(CHOSEN).admit(Requests.PLAIN, "");

        assertThat(List.of(
                        key.content(),
                        key.request(),
                        draws.saying("text", 0).nextLong(),
                        draws.saying("text", 1).nextLong(),
                        draws.happening("gaps", 0).nextLong(),
                        new Randomness(CHOSEN)
                                .admit(Requests.seeded(7), "")
                                .saying("text", 0)
                                .nextLong(),
                        new Randomness(new RunSeed(1, false))
                                .admit(Requests.seeded(7), "")
                                .saying("text", 0)
                                .nextLong()))
                .isEqualTo(List.of(
                        7852624889338967375L,
                        6153511385934776765L,
                        -1104569421192115946L,
                        -3017856052649897025L,
                        -3751716673915191990L,
                        -6162845739350986995L,
                        -4175379886504090220L));
        assertThat(new Ids(draws.happening("ids", 0)).apply("chatcmpl-"))
                .isEqualTo("chatcmpl-DU52TS0cOn9crKcLXMCeT0H2Xx0sj");
    }

    private static List<Long> said(Randomness randomness, SimRequest request) {
        return taste(randomness.admit(request, "").saying("text", 0));
    }

    private static List<Long> taste(RandomGenerator random) {
        return random.longs(4).boxed().toList();
    }
}
