package llmsim.cli;

import llmsim.api.time.Waiter;
import llmsim.engine.report.FlightRecorder;
import llmsim.server.assembly.Running;

/** Serves until the process is told to end, by Ctrl-C or SIGTERM. */
final class Signals implements Serving {
    @Override
    public void untilStopped(Running running) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(running), "llmsim-stop"));
        await(running);
    }

    /** Returns when the server has stopped by another thread. */
    static void await(Running running) {
        try (var waiter = running.transportClock().waiter()) {
            waiter.await(Waiter.NEVER);
        }
    }

    /** A JVM that ends by a signal has the signal's exit code; a server that was told to stop did what it should. */
    static void stop(Running running) {
        running.close();
        FlightRecorder.finish();
        Runtime.getRuntime().halt(ExitCode.OK);
    }
}
