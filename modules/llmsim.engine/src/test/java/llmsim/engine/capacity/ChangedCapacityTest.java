package llmsim.engine.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import llmsim.api.reply.Usage;
import llmsim.api.time.Clock;
import llmsim.engine.clock.VirtualClock;
import llmsim.engine.configuration.CapacitySettings;
import llmsim.engine.configuration.ModelCapacity;
import llmsim.engine.gate.SlotLoad;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Slots whose number changes while requests have them and wait for them. */
class ChangedCapacityTest {
    private static final Usage NOTHING = Usage.ofPrompt(0);

    private final Clock clock = VirtualClock.manual();
    private final Capacity capacity = Capacity.of(CapacitySettings.of(ModelCapacity.of(1, 10)), clock);

    @Test
    void whoWaitsIsServedWhenThereAreMoreSlots() {
        var places = enter(4);
        assertThat(capacity.slots().values()).containsExactly(new SlotLoad(1, 1, 3));

        capacity.change(CapacitySettings.of(ModelCapacity.of(3, 10)));

        assertThat(places).extracting(Place::granted).containsExactly(true, true, true, false);
        assertThat(capacity.queued()).isEqualTo(1);
        assertThat(capacity.slots().values()).containsExactly(new SlotLoad(3, 3, 1));
        capacity.change(CapacitySettings.UNLIMITED);
        assertThat(places).allMatch(Place::granted);
        assertThat(capacity.queued()).isZero();
    }

    @Test
    void whoHasASlotKeepsItWhenThereAreFewer() {
        capacity.change(CapacitySettings.of(ModelCapacity.of(3, 10)));
        var places = enter(4);

        capacity.change(CapacitySettings.of(ModelCapacity.of(1, 10)));
        places.getFirst().settle(NOTHING);
        places.get(1).settle(NOTHING);
        assertThat(places.getLast().granted()).isFalse();
        places.get(2).settle(NOTHING);

        assertThat(places.getLast().granted()).isTrue();
    }

    @Test
    void aModelIsChangedByItsOwnRule() {
        var places = enter(2);

        capacity.change(new CapacitySettings(ModelCapacity.of(1, 10), Map.of("M", ModelCapacity.of(2, 10))));

        assertThat(places).allMatch(Place::granted);
    }

    @Property
    void noneIsLostAndNoneOvertakes(
            @ForAll @IntRange(max = 4) int before,
            @ForAll @IntRange(max = 4) int after,
            @ForAll @IntRange(max = 12) int requests) {
        var changed = Capacity.of(CapacitySettings.of(ModelCapacity.of(before, 20)), clock);
        var places = IntStream.range(0, requests)
                .mapToObj(_ -> changed.enter("m").orElseThrow())
                .toList();

        changed.change(CapacitySettings.of(ModelCapacity.of(after, 20)));

        var expected = before == 0 || after == 0 ? requests : Math.min(requests, Math.max(before, after));
        assertThat(places.stream().filter(Place::granted)).hasSize(expected);
        assertThat(places.stream().limit(expected)).allMatch(Place::granted);
        for (var place : places) {
            assertThat(place.granted()).isTrue();
            place.settle(NOTHING);
        }
        assertThat(changed.idle()).isTrue();
        assertThat(changed.queued()).isZero();
    }

    private java.util.List<Place> enter(int requests) {
        return Stream.generate(() -> capacity.enter("m").orElseThrow())
                .limit(requests)
                .toList();
    }
}
