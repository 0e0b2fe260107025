package llmsim.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import llmsim.api.spi.LatencyProfile;
import llmsim.api.spi.Pacing;
import llmsim.api.spi.PacingContext;
import llmsim.api.spi.PacingContext.Load;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every {@link LatencyProfile} must do. A test class implements this and says which profile it is about. */
public interface LatencyProfileContract {
    /** A profile as its users get it, with its settings applied. */
    LatencyProfile profile();

    /** The longest time that it may ever take to the first token or between two events. */
    default Duration longest() {
        return Duration.ofMinutes(10);
    }

    @Test
    @DisplayName("L1 the name is well-formed")
    default void nameIsWellFormed() {
        naming().isWellFormed();
    }

    @Test
    @DisplayName("L2 settings are taken, or refused with a reason")
    default void settingsAreTakenOrRefused() {
        naming().settingsAreTakenOrRefused();
    }

    @Test
    @DisplayName("L3 every choice of every request has a pace of its own")
    default void everyChoiceHasAPace() {
        var profile = profile();
        for (var context : contexts(1)) {
            var pacing = profile.pace(context);
            assertNotNull(pacing, () -> "no pace for " + context);
            assertNotSame(pacing, profile.pace(context), "two choices must not share a pace that has state");
        }
    }

    @Test
    @DisplayName("L4 the same draws make the same times, whatever was asked between")
    default void sameDrawsMakeTheSameTimes() {
        var profile = profile();
        var first = allTimes(profile, contexts(42));
        var again = allTimes(profile, contexts(42).reversed()).reversed();

        assertEquals(first, again, "a profile must not remember what it paced before");
        assertEquals(first, allTimes(profile(), contexts(42)), "another instance must take the same times");
    }

    @Test
    @DisplayName("L5 64 threads at once get what one gets alone")
    default void manyThreadsAtOnce() {
        var profile = profile();
        var alone = allTimes(profile, contexts(7));

        for (var times : Crowd.all(() -> allTimes(profile, contexts(7)))) {
            assertEquals(alone, times, "a thread among others got something else");
        }
    }

    @Test
    @DisplayName("L6 no time is negative, and none is longer than the profile's longest")
    default void timesAreWithinBounds() {
        for (var context : contexts(3)) {
            for (var time : times(profile().pace(context), 5_000)) {
                assertTrue(
                        time >= 0 && time <= longest().toNanos(),
                        () -> Duration.ofNanos(time) + " is not between 0 and " + longest() + " for " + context);
            }
        }
    }

    @Test
    @DisplayName("L7 every event has at least one token, and not more than 10,000")
    default void eventsHaveTokens() {
        for (var context : contexts(5)) {
            var pacing = profile().pace(context);
            var _ = pacing.timeToFirstToken();
            for (var step = 0; step < 1_000; step++) {
                var tokens = pacing.nextTokens();
                assertTrue(tokens >= 1 && tokens <= 10_000, () -> tokens + " tokens in an event");
                var _ = pacing.nextGap();
            }
        }
    }

    private Naming<LatencyProfile> naming() {
        return new Naming<>(profile(), LatencyProfile::name, LatencyProfile::configured);
    }

    private static List<PacingContext> contexts(long seed) {
        Load crowded = () -> 1_000_000;
        return List.of(
                new PacingContext("gpt-5", 12, 0, Load.IDLE, Chance.of(seed)),
                new PacingContext("no-such-model", 0, 0, Load.IDLE, Chance.of(seed)),
                new PacingContext("", 1_000_000, 900_000, crowded, Chance.of(seed)));
    }

    private static List<List<Long>> allTimes(LatencyProfile profile, List<PacingContext> contexts) {
        return contexts.stream()
                .map(context -> times(profile.pace(context), 200))
                .toList();
    }

    private static List<Long> times(Pacing pacing, int gaps) {
        var times = new ArrayList<Long>();
        times.add(pacing.timeToFirstToken());
        for (var gap = 0; gap < gaps; gap++) {
            times.add(pacing.nextGap());
        }
        return times;
    }
}
