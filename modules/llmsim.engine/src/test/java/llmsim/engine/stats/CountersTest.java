package llmsim.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class CountersTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void aRateIsThatOfTheLastMinute() {
        var rate = new Rate();
        assertThat(rate.perSecond(0)).isZero();
        for (var second = 0; second < 200; second++) {
            for (var i = 0; i < 5; i++) {
                rate.count(second * SECOND + i, 1);
            }
        }

        assertThat(rate.perSecond(199 * SECOND)).isEqualTo(5);
        assertThat(rate.perSecond(229 * SECOND)).isEqualTo(2.5);
        assertThat(rate.perSecond(258 * SECOND)).isEqualTo(0.08);
        assertThat(rate.perSecond(259 * SECOND)).isZero();
    }

    @Test
    void aYoungRateIsOverTheTimeThatWas() {
        var rate = new Rate();
        for (var i = 0; i < 30; i++) {
            rate.count(SECOND / 2, 1);
        }

        assertThat(rate.perSecond(SECOND / 2)).isEqualTo(30);
        assertThat(rate.perSecond(10 * SECOND)).isEqualTo(3);
    }

    @Test
    void noEventIsLostWhenSecondsChangeUnderManyThreads() throws Exception {
        var rate = new Rate();
        inThreads(8, () -> {
            for (var i = 0; i < 60_000; i++) {
                rate.count(i * SECOND / 1_000, 1);
            }
        });

        assertThat(rate.perSecond(59 * SECOND)).isEqualTo(Math.round(8 * 60_000 / 59.0 * 100) / 100.0);
    }

    @Test
    void extremesAreToldInMilliseconds() {
        var latencies = new Extremes();
        assertThat(latencies.least()).isEmpty();
        assertThat(latencies.greatest()).isEmpty();

        latencies.count(1_500_000);
        latencies.count(500_000);
        latencies.count(4_000_400);

        assertThat(latencies.least()).hasValue(0.5);
        assertThat(latencies.greatest()).hasValue(4.0);
    }

    @Test
    void namesAreBoundedInNumberAndLength() throws Exception {
        var names = new Names();
        names.count("x".repeat(Names.LONGEST + 1));
        inThreads(4, () -> {
            for (var i = 0; i < 5_000; i++) {
                names.count("model-" + i);
            }
        });

        assertThat(names.all().size()).isBetween(Names.MOST, Names.MOST + 5);
        assertThat(names.all().values().stream().mapToLong(each -> each).sum()).isEqualTo(20_001);
        assertThat(names.all().get(Names.OTHER)).isGreaterThan(15_000);
    }

    @Test
    void onlyTheLagOfTheLastMinuteIsTold() {
        var lag = new RecentLag();
        lag.count(0, 7_000_000);
        assertThat(lag.lately(50 * SECOND).greatestNanos()).isEqualTo(7_000_000);

        lag.count(65 * SECOND, 2_000_000);
        assertThat(lag.lately(100 * SECOND).greatestNanos()).isEqualTo(2_000_000);
        assertThat(lag.lately(200 * SECOND).greatestNanos()).isZero();
    }

    private static void inThreads(int number, Runnable work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(number)) {
            List<Future<?>> running = new ArrayList<>();
            for (var i = 0; i < number; i++) {
                running.add(threads.submit(work));
            }
            for (var each : running) {
                each.get();
            }
        }
    }
}
