package llmsim.engine.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OccurrencesTest {
    private final Occurrences occurrences = new Occurrences();

    @Test
    void countsEveryRequestOfEverySessionForItself() {
        assertThat(occurrences.next("", 1)).isZero();
        assertThat(occurrences.next("", 1)).isEqualTo(1);
        assertThat(occurrences.next("", 2)).isZero();
        assertThat(occurrences.next("s", 1)).isZero();
        assertThat(occurrences.next("", 1)).isEqualTo(2);
    }

    @Test
    void pastTheBoundNoNumberComesTwiceForARequest() {
        for (var request = 0; request < Occurrences.EXACT + 50_000; request++) {
            occurrences.next("", request);
        }
        for (var request = 0; request < Occurrences.EXACT + 50_000; request += 97) {
            var first = occurrences.next("", request);
            assertThat(first).isPositive();
            assertThat(occurrences.next("", request)).isGreaterThan(first);
        }
    }

    @Test
    void concurrentAdmissionsAroundTheBoundShareNoNumber() throws Exception {
        for (var request = 0; request < Occurrences.EXACT - 200; request++) {
            occurrences.next("", request);
        }
        var given = new ConcurrentHashMap<Long, Set<Long>>();
        var threads = 8;
        var go = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var running = IntStream.range(0, threads)
                    .mapToObj(_ -> pool.submit(() -> {
                        go.await();
                        for (var request = 1_000_000L; request < 1_000_400; request++) {
                            var number = occurrences.next("", request);
                            assertThat(given.computeIfAbsent(request, _ -> ConcurrentHashMap.newKeySet())
                                            .add(number))
                                    .isTrue();
                        }
                        return null;
                    }))
                    .toList();
            go.countDown();
            for (Future<?> each : running) {
                each.get();
            }
        }
        assertThat(given.values()).allSatisfy(numbers -> assertThat(numbers).hasSize(threads));
    }
}
