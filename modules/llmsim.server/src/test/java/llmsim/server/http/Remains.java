package llmsim.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a process holds.
 *
 * @param handlers threads that handle connections; they are virtual, so that only a dump shows them
 */
record Remains(long handlers, int platformThreads, long fileDescriptors, long heapBytes) {
    /** What is held when the server has no connection any more. */
    static Remains of(HttpServer server, Path folder) throws Exception {
        Eventually.holds("all connections are forgotten", () -> server.openConnections() == 0);
        System.gc();
        var runtime = Runtime.getRuntime();
        return new Remains(
                countHandlers(folder),
                Thread.getAllStackTraces().size(),
                countFiles(),
                runtime.totalMemory() - runtime.freeMemory());
    }

    /** Threads that handle connections now. */
    static long countHandlers(Path folder) throws Exception {
        var file = Files.createTempFile(folder, "threads", ".json").toString();
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var pid = Long.toString(ProcessHandle.current().pid());
        var dump = new ProcessBuilder(jcmd, pid, "Thread.dump_to_file", "-overwrite", "-format=json", file)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(dump.waitFor()).isZero();
        var threads = Files.readString(Path.of(file));
        assertThat(threads).contains("llmsim-sweeper");
        return threads.lines()
                .filter(line -> line.contains("WebServer socket") || line.contains("llmsim-websocket"))
                .count();
    }

    private static long countFiles() throws IOException {
        var open = Path.of("/proc/self/fd");
        if (!Files.isDirectory(open)) {
            return 0;
        }
        try (var files = Files.list(open)) {
            return files.count();
        }
    }
}
