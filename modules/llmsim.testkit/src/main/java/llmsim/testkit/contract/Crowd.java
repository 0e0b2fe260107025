package llmsim.testkit.contract;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Does one thing on 64 virtual threads at once. */
final class Crowd {
    static final int SIZE = 64;

    private Crowd() {}

    /** What each thread got, in the order of the threads; the first failure is thrown. */
    static <T> List<T> all(Callable<T> task) {
        var together = new CountDownLatch(SIZE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = IntStream.range(0, SIZE)
                    .mapToObj(_ -> threads.submit(() -> {
                        together.countDown();
                        together.await();
                        return task.call();
                    }))
                    .toList();
            return futures.stream().map(Crowd::result).toList();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new AssertionError("one of " + SIZE + " threads failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while " + SIZE + " threads ran", e);
        }
    }
}
