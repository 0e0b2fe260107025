import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;

/**
 * What a configuration costs: CPU time of the server for a request with it against without it, in alternating runs.
 *
 * <p>{@code java benchmarks/Overhead.java modules/llmsim.image/target/image/bin/llmsim benchmarks/breaking.json 10 1000
 * benchmarks/unbroken.json}: starts a server and makes ten runs. In each of them it asks 50 times for 1,000 whole answers
 * and streams after the first change of its configuration, and 50 times after the second one, in turns: what else the
 * machine does lasts longer than a turn, so both have the same part of it. It is one server, for two of them differ by some
 * percent even when they do the same. What breaks on purpose there is so rare and so wide that nearly every request gets
 * through: it costs the looking, not the breaking. Compare a file with itself too, to know the noise that is left.
 *
 * <p>What cannot change while it runs needs two all the same: {@code … benchmarks/watched.yaml 10 1000
 * benchmarks/blind.yaml} compares servers with these configuration files. Metrics, statistics and requests of the first one
 * are looked at once a second meanwhile.
 *
 * <p>The time of the JVM's compilers is left out: they are done after a while, and when they work differs from run to run.
 */
final class Overhead {
    private static final String BODY = "{\"model\":\"gpt-5\",\"stream\":%b,\"max_tokens\":20,"
            + "\"messages\":[{\"role\":\"user\",\"content\":\"Hello %d\"}]}";
    private static final int AT_ONCE = 32;
    private static final int WARM_UPS = 100;
    private static final int TURNS = 50;

    private final HttpClient client = HttpClient.newHttpClient();
    private final int requests;
    private final LongAdder refused = new LongAdder();

    private Overhead(int requests) {
        this.requests = requests;
    }

    public static void main(String[] args) throws Exception {
        var run = new Overhead(Integer.parseInt(args[3]));
        var rounds = Integer.parseInt(args[2]);
        if (args[1].endsWith(".json")) {
            run.changing(args[0], Files.readString(Path.of(args[1])), Files.readString(Path.of(args[4])), rounds);
        } else {
            run.watching(args[0], args[1], args[4], rounds);
        }
    }

    private void changing(String program, String with, String without, int rounds) throws Exception {
        try (var server = Server.start(program, List.of())) {
            compare(() -> askAfter(server, without), () -> askAfter(server, with), rounds);
        }
    }

    private void watching(String program, String with, String without, int rounds) throws Exception {
        try (var blind = Server.start(program, List.of("--config", without));
                var watched = Server.start(program, List.of("--config", with))) {
            var looking = look(watched);
            compare(() -> ask(blind), () -> ask(watched), rounds);
            looking.interrupt();
        }
    }

    private Cost askAfter(Server server, String change) throws Exception {
        var request = HttpRequest.newBuilder(server.uri.resolve("/llmsim/config"))
                .header("content-type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(change))
                .build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.body());
        }
        return ask(server);
    }

    private void compare(Callable<Cost> plain, Callable<Cost> configured, int rounds) throws Exception {
        for (var i = 0; i < WARM_UPS; i++) {
            plain.call();
            configured.call();
        }
        var ratios = new double[rounds];
        for (var round = 0; round < rounds; round++) {
            ratios[round] = round(plain, configured);
        }
        Arrays.sort(ratios);
        System.out.printf(
                "median %+.1f %%, from %+.1f to %+.1f %%; %d refused%n",
                percent((ratios[(rounds - 1) / 2] + ratios[rounds / 2]) / 2),
                percent(ratios[0]),
                percent(ratios[rounds - 1]),
                refused.sum());
    }

    private double round(Callable<Cost> plain, Callable<Cost> configured) throws Exception {
        var without = Cost.NONE;
        var with = Cost.NONE;
        for (var turn = 0; turn < TURNS; turn++) {
            // Whoever goes first may find the machine colder, so they take turns.
            if (turn % 2 == 0) {
                without = without.plus(plain.call());
                with = with.plus(configured.call());
            } else {
                with = with.plus(configured.call());
                without = without.plus(plain.call());
            }
        }
        var ratio = with.each() / without.each();
        System.out.printf("%.1f µs without, %.1f µs with, %+.1f %%%n", without.each(), with.each(), percent(ratio));
        return ratio;
    }

    private static double percent(double ratio) {
        return 100 * (ratio - 1);
    }

    private Cost ask(Server server) throws InterruptedException {
        var before = server.cpuNanos();
        var places = new Semaphore(AT_ONCE);
        for (var i = 0; i < requests; i++) {
            places.acquire();
            var request = request(server, i);
            var _ = client.sendAsync(request, HttpResponse.BodyHandlers.discarding()).whenComplete((response, failure) -> {
                if (failure != null || response.statusCode() != 200) {
                    refused.increment();
                }
                places.release();
            });
        }
        places.acquire(AT_ONCE);
        return new Cost(server.cpuNanos() - before, requests);
    }

    /** Looks at metrics and statistics once a second, as Prometheus and a dashboard do together. */
    private Thread look(Server server) {
        return Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    for (var path : List.of("/metrics", "/llmsim/stats", "/llmsim/requests")) {
                        var request = HttpRequest.newBuilder(server.uri.resolve(path)).build();
                        client.send(request, HttpResponse.BodyHandlers.discarding());
                    }
                    Thread.sleep(1_000);
                }
            } catch (IOException | InterruptedException e) {
                // The benchmark is over.
            }
        });
    }

    private static HttpRequest request(Server server, int number) {
        return HttpRequest.newBuilder(server.uri.resolve("/openai/v1/chat/completions"))
                .header("content-type", "application/json")
                .header("authorization", "Bearer key-" + number % 100)
                .POST(HttpRequest.BodyPublishers.ofString(BODY.formatted(number % 2 == 0, number % 1000)))
                .build();
    }

    /** The server's CPU time for so many requests. */
    private record Cost(long nanos, long requests) {
        static final Cost NONE = new Cost(0, 0);

        Cost plus(Cost more) {
            return new Cost(nanos + more.nanos, requests + more.requests);
        }

        /** Microseconds for each request. */
        double each() {
            return nanos / 1e3 / requests;
        }
    }

    /** A server in a process of its own. */
    private record Server(Process process, URI uri) implements AutoCloseable {
        static Server start(String program, List<String> more) throws IOException {
            var command = new ArrayList<>(List.of(program, "serve", "--port", "0", "--latency", "instant"));
            command.addAll(more);
            var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
            // A compiler thread that ended would take its time with it.
            builder.environment().merge("JAVA_OPTS", "-XX:-UseDynamicNumberOfCompilerThreads", (own, ours) -> own + " " + ours);
            var process = builder.start();
            for (var line : (Iterable<String>) process.inputReader().lines()::iterator) {
                var at = line.indexOf(" listens on ");
                if (at >= 0) {
                    return new Server(process, URI.create(line.substring(at + " listens on ".length())));
                }
            }
            throw new IOException("the server did not start");
        }

        /** From Linux' {@code /proc}: what its threads ran, but for the compilers. None of them that matters ends. */
        long cpuNanos() {
            try (var threads = Files.list(Path.of("/proc", String.valueOf(process.pid()), "task"))) {
                return threads.filter(thread -> !read(thread, "comm").contains("CompilerThre"))
                        .mapToLong(thread -> ran(read(thread, "schedstat")))
                        .sum();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String read(Path thread, String file) {
            try {
                return Files.readString(thread.resolve(file));
            } catch (IOException e) {
                return ""; // It has ended meanwhile.
            }
        }

        private static long ran(String schedstat) {
            return schedstat.isEmpty() ? 0 : Long.parseLong(schedstat.substring(0, schedstat.indexOf(' ')));
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}
