package llmsim.engine.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import llmsim.api.problem.ProblemException;
import llmsim.api.prompt.SimRequest;
import llmsim.api.spi.LatencyProfile;
import llmsim.api.spi.Pacing;
import llmsim.api.spi.PacingContext;
import llmsim.engine.configuration.CapacitySettings;
import llmsim.engine.configuration.ModelCapacity;
import llmsim.engine.trial.Rig;
import org.junit.jupiter.api.Test;

/** A simulated hour of requests for a model with slots, against the theory of queues. */
class LittleTest {
    private static final double HOUR = 3600;
    private static final int SLOTS = 4;
    private static final double SERVICE = 0.1;
    private static final long SAMPLING = 50_000_000;

    private static final ThreadLocal<Long> SERVICE_TIME = new ThreadLocal<>();

    private final Rig rig = Rig.automatic();
    private Capacity capacity = Capacity.of(CapacitySettings.UNLIMITED, rig.clock);
    private final Callers callers = new Callers(rig.clock);
    private long[] arrivals = {};
    private long[] services = {};
    private long[] ends = {};
    private long activeSum;
    private long queuedSum;
    private long samples;

    private void slots(int slots, int queue) {
        capacity = Capacity.of(CapacitySettings.of(ModelCapacity.of(slots, queue)), rig.clock);
        rig.gates(capacity).listener(callers).profile(new Given());
    }

    /** M/M/4: 28 requests a second at random times, exponential service of 100 ms; 70 % of the slots are taken. */
    @Test
    void underLoad() throws InterruptedException {
        slots(4, 1_000_000);
        hour(28, SERVICE, 1);

        var throughput = arrivals.length / HOUR;
        var latency = mean(IntStream.range(0, ends.length).mapToLong(i -> ends[i] - arrivals[i]));
        var wait = mean(IntStream.range(0, ends.length).mapToLong(i -> ends[i] - arrivals[i] - services[i]));
        var active = (double) activeSum / samples;
        var queued = (double) queuedSum / samples;
        assertThat(Arrays.mismatch(ends, firstComeFirstServed())).isEqualTo(-1);
        assertThat(active).isCloseTo(throughput * latency, withinPercentage(0.5));
        assertThat(queued).isCloseTo(throughput * wait, withinPercentage(0.5));
        assertThat(throughput).isCloseTo(28, withinPercentage(2));
        assertThat(throughput * mean(LongStream.of(services)) / SLOTS).isCloseTo(0.7, withinPercentage(2));
        assertThat(latency).isCloseTo(SERVICE + expectedWait(28), withinPercentage(2));
        assertThat(queued).isCloseTo(28 * expectedWait(28), withinPercentage(2));
        assertThat(capacity.idle()).isTrue();
    }

    /**
     * M/M/4/54: half as many again as can be answered, 15 a second of 400 ms, and room for 50 to wait. A third is refused,
     * and that there are n requests fewer than the most is (2/3)^n as likely, which is 2 fewer in the mean.
     */
    @Test
    void inSaturation() throws InterruptedException {
        slots(4, 50);
        hour(15, 4 * SERVICE, 1);

        var answered = LongStream.of(ends).filter(end -> end >= 0).count();
        var most = SLOTS / (4 * SERVICE);
        assertThat(answered / HOUR).isCloseTo(most, withinPercentage(2));
        assertThat((double) answered / ends.length).isCloseTo(most / 15, withinPercentage(2));
        assertThat((double) activeSum / samples).isCloseTo(54 - 2, withinPercentage(2));
        assertThat((double) queuedSum / samples).isCloseTo(50 - 2, withinPercentage(2));
        assertThat(capacity.idle()).isTrue();
    }

    private double mean(LongStream nanos) {
        return nanos.average().orElseThrow() / 1e9;
    }

    /** Erlang's C formula, and the mean wait that follows from it. */
    private static double expectedWait(double rate) {
        var offered = rate * SERVICE;
        var term = 1.0;
        var sum = 0.0;
        for (var k = 0; k < SLOTS; k++) {
            sum += term;
            term *= offered / (k + 1);
        }
        var waiting = term / (1 - offered / SLOTS);
        return waiting / (sum + waiting) / (SLOTS / SERVICE - rate);
    }

    /** When each request is over if each gets the first slot that is free, in the order of their arrival. */
    private long[] firstComeFirstServed() {
        var free = new PriorityQueue<Long>();
        IntStream.range(0, SLOTS).forEach(_ -> free.add(0L));
        var over = new long[arrivals.length];
        for (var i = 0; i < over.length; i++) {
            over[i] = Math.max(arrivals[i], free.remove()) + services[i];
            free.add(over[i]);
        }
        return over;
    }

    private void hour(double rate, double mean, long seed) throws InterruptedException {
        var random = new SplittableRandom(seed);
        var times = new long[(int) (rate * HOUR * 2)];
        var at = 0L;
        var number = 0;
        while ((at += Math.round(random.nextExponential() / rate * 1e9)) < HOUR * 1e9) {
            times[number++] = at;
        }
        arrivals = Arrays.copyOf(times, number);
        services = LongStream.generate(() -> Math.round(random.nextExponential() * mean * 1e9))
                .limit(number)
                .toArray();
        ends = new long[number];
        IntStream.range(0, number).forEach(i -> callers.at(arrivals[i], () -> ask(i)));
        var sampling = sampleUntil(Math.round(HOUR * 1e9));
        callers.run();
        sampling.join();
    }

    private void ask(int i) {
        SERVICE_TIME.set(services[i]);
        try {
            // Heard while the time stands still for it; afterwards it may have gone on.
            rig.simulator().ask(SimRequest.of("gpt-4o", "Hi"), _ -> ends[i] = rig.clock.nanoTime());
        } catch (ProblemException refused) {
            ends[i] = -1;
        }
    }

    private Thread sampleUntil(long end) {
        var simulator = rig.simulator();
        var waiter = rig.clock.waiter();
        return Thread.ofVirtual().start(() -> {
            try (waiter) {
                for (var next = SAMPLING; next < end; next += SAMPLING) {
                    waiter.await(next);
                    var now = simulator.statistics();
                    activeSum += now.activeRequests();
                    queuedSum += now.queuedRequests();
                    samples++;
                }
            }
        });
    }

    /** An answer of one token, after the time that the caller says. */
    private static final class Given implements LatencyProfile, Pacing {
        @Override
        public String name() {
            return "given";
        }

        @Override
        public Pacing pace(PacingContext context) {
            return this;
        }

        @Override
        public long timeToFirstToken() {
            return SERVICE_TIME.get();
        }

        @Override
        public long nextGap() {
            return 0;
        }
    }
}
