package llmsim.it.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.Timer;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** A2 and A3: one package waits and reads the time, one makes randomness. */
class TimeAndChanceTest {
    private static final List<Uses> WAITS = List.of(
            new Uses(LockSupport.class, "park.*"),
            new Uses(Thread.class, "sleep|join|yield|onSpinWait"),
            new Uses(Object.class, "wait"),
            new Uses(TimeUnit.class, "sleep|timedJoin|timedWait"),
            new Uses(Condition.class, "await.*"),
            new Uses(CountDownLatch.class, "await"),
            new Uses(CyclicBarrier.class, "await"),
            new Uses(Phaser.class, "(arriveAndA|a)wait.*"),
            new Uses(Exchanger.class, "exchange"),
            new Uses(Semaphore.class, "acquire.*"),
            new Uses(BlockingQueue.class, "take|put"),
            new Uses(BlockingQueue.class, "poll", 1),
            new Uses(BlockingQueue.class, "offer", 2),
            new Uses(Future.class, "get"),
            new Uses(CompletableFuture.class, "join|orTimeout|completeOnTimeout|delayedExecutor"),
            new Uses(ExecutorService.class, "awaitTermination|invokeA.*|close"),
            new Uses(ScheduledExecutorService.class, "schedule.*"),
            new Uses(Executors.class, ".*Scheduled.*"),
            new Uses(Timer.class, "<init>"),
            new Uses(Process.class, "waitFor"));
    private static final List<Uses> CLOCKS = List.of(
            new Uses(System.class, "nanoTime|currentTimeMillis"),
            new Uses(Instant.class, "now"),
            new Uses(InstantSource.class, "system"),
            new Uses(Clock.class, "system.*|tick.*"),
            new Uses(LocalDate.class, "now"),
            new Uses(LocalDateTime.class, "now"),
            new Uses(OffsetDateTime.class, "now"),
            new Uses(ZonedDateTime.class, "now"));
    private static final List<Uses> CHANCE = List.of(
            new Uses(Random.class, "<init>"),
            new Uses(SplittableRandom.class, "<init>"),
            new Uses(SecureRandom.class, "<init>|getInstance.*"),
            new Uses(ThreadLocalRandom.class, "current"),
            new Uses(RandomGenerator.class, "of|getDefault"),
            new Uses(RandomGeneratorFactory.class, ".*"),
            new Uses(Math.class, "random"),
            new Uses(UUID.class, "randomUUID"));

    /** It waits for the threads that it started itself, in tests of extensions. */
    private static final DescribedPredicate<JavaClass> THREADS_OF_CONTRACTS =
            belongTo(simpleName("Crowd").and(resideInAPackage("llmsim.testkit.contract")));

    @Test
    void onlyTheClockWaits() {
        noClasses()
                .that()
                .resideOutsideOfPackage("llmsim.engine.clock..")
                .and(are(not(THREADS_OF_CONTRACTS)))
                .should()
                .accessTargetWhere(Uses.any("wait", WAITS))
                .check(Sources.PUBLISHED);
    }

    @Test
    void onlyTheClockReadsTheTime() {
        only("llmsim.engine.clock..", "read the JDK's clocks", CLOCKS).check(Sources.PUBLISHED);
    }

    @Test
    void onlyOnePackageMakesRandomness() {
        only("llmsim.engine.random..", "make randomness", CHANCE).check(Sources.PUBLISHED);
    }

    @Test
    void theRulesSeeCallsAndReferences() {
        var offenders = new ClassFileImporter().importClasses(Waiting.class, Reading.class, Guessing.class);

        assertThatThrownBy(() -> only("nowhere", "wait", WAITS).check(offenders))
                .hasMessageContaining("Thread.sleep(long)")
                .hasMessageContaining("BlockingQueue.poll(long")
                .hasMessageNotContaining("BlockingQueue.poll()");
        assertThatThrownBy(() -> only("nowhere", "read", CLOCKS).check(offenders))
                .hasMessageContaining("System.nanoTime()")
                .hasMessageContaining("Instant.now()");
        assertThatThrownBy(() -> only("nowhere", "guess", CHANCE).check(offenders))
                .hasMessageContaining("java.util.Random.<init>")
                .hasMessageContaining("Math.random()");
    }

    private static ArchRule only(String place, String what, List<Uses> uses) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(place)
                .should()
                .accessTargetWhere(Uses.any(what, uses))
                .as("only " + place + " may " + what);
    }

    interface Waiting {
        static Object now(BlockingQueue<Object> queue) throws InterruptedException {
            Thread.sleep(1);
            var present = queue.poll();
            return present != null ? present : queue.poll(1, TimeUnit.SECONDS);
        }
    }

    interface Reading {
        static Supplier<Instant> later() {
            return System.nanoTime() > 0 ? Instant::now : () -> Instant.EPOCH;
        }
    }

    interface Guessing {
        static double number() {
            return Math.random() + new Random().nextDouble();
        }
    }
}
