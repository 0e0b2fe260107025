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
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;

/**
 * What a configuration costs: CPU time of the server for a request with it against without it, in alternating runs.
 *
 * <p>{@code java benchmarks/Overhead.java modules/llmsim.image/target/image/bin/llmsim benchmarks/breaking.yaml 10 20000}:
 * starts two servers, of which one has the configuration, and asks each ten times for 20,000 whole answers and streams.
 *
 * <p>A fifth argument is the configuration of the other server, in place of none; a sixth, {@code watched}, has metrics and
 * statistics of the first one looked at once a second while it is asked: {@code … benchmarks/watched.yaml 10 20000
 * benchmarks/blind.yaml watched} is what it costs to see.
 *
 * <p>The time of the JVM's compilers is left out: they are done after a while, and when they work differs from run to run.
 */
final class Overhead {
    private static final String BODY = "{\"model\":\"gpt-5\",\"stream\":%b,\"max_tokens\":20,"
            + "\"messages\":[{\"role\":\"user\",\"content\":\"Hello %d\"}]}";
    private static final int AT_ONCE = 32;

    private final HttpClient client = HttpClient.newHttpClient();
    private final int requests;
    private final LongAdder refused = new LongAdder();
    private boolean watched;

    private Overhead(int requests) {
        this.requests = requests;
    }

    public static void main(String[] args) throws Exception {
        var run = new Overhead(Integer.parseInt(args[3]));
        var without = args.length > 4 ? List.of("--config", args[4]) : List.<String>of();
        run.watched = args.length > 5 && args[5].equals("watched");
        try (var plain = Server.start(args[0], without);
                var configured = Server.start(args[0], List.of("--config", args[1]))) {
            var looking = run.watched ? run.look(configured) : Thread.ofVirtual().unstarted(() -> {});
            run.warmUp(plain);
            run.warmUp(configured);
            run.compare(plain, configured, Integer.parseInt(args[2]));
            looking.interrupt();
        }
    }

    private void warmUp(Server server) throws InterruptedException {
        for (var i = 0; i < 6; i++) {
            ask(server);
        }
    }

    private void compare(Server plain, Server configured, int rounds) throws InterruptedException {
        var ratios = new double[rounds];
        for (var round = 0; round < rounds; round++) {
            // Whoever goes first may find the machine colder, so they take turns.
            var first = round % 2 == 0 ? plain : configured;
            var firstCost = ask(first);
            var secondCost = ask(first == plain ? configured : plain);
            var without = first == plain ? firstCost : secondCost;
            var with = first == plain ? secondCost : firstCost;
            ratios[round] = with / without;
            System.out.printf("%2d: %.1f µs without, %.1f µs with, %+.1f %%%n", round, without, with, percent(with / without));
        }
        Arrays.sort(ratios);
        System.out.printf(
                "median %+.1f %%, from %+.1f to %+.1f %%; %d refused%n",
                percent((ratios[(rounds - 1) / 2] + ratios[rounds / 2]) / 2),
                percent(ratios[0]),
                percent(ratios[rounds - 1]),
                refused.sum());
    }

    private static double percent(double ratio) {
        return 100 * (ratio - 1);
    }

    /** Microseconds of the server's CPU time for each request. */
    private double ask(Server server) throws InterruptedException {
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
        return (server.cpuNanos() - before) / 1e3 / requests;
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

        /** From Linux' {@code /proc}: hundredths of a second in user and system mode. */
        long cpuNanos() {
            var proc = Path.of("/proc", String.valueOf(process.pid()));
            try (var threads = Files.list(proc.resolve("task"))) {
                var compilers = threads.map(Server::stat)
                        .filter(stat -> stat.contains("CompilerThre"))
                        .mapToLong(Server::ticks)
                        .sum();
                return (ticks(stat(proc)) - compilers) * 10_000_000;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String stat(Path task) {
            try {
                return Files.readString(task.resolve("stat"));
            } catch (IOException e) {
                return ""; // It has ended meanwhile.
            }
        }

        private static long ticks(String stat) {
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}
