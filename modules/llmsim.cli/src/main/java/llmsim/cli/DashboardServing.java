package llmsim.cli;

import java.lang.System.Logger.Level;
import java.util.Optional;
import llmsim.server.assembly.Running;
import llmsim.server.assembly.Version;
import llmsim.terminal.Dashboard;
import llmsim.terminal.Dashboard.Ending;
import llmsim.terminal.feed.Reading;
import llmsim.terminal.screen.Opening;
import llmsim.terminal.screen.Stage;
import llmsim.terminal.screen.Terminals;
import llmsim.terminal.shown.Title;

/**
 * Serves with a dashboard until somebody quits it. Where there is no terminal, or none any more, it serves on without.
 *
 * @param without how to serve then
 */
record DashboardServing(Console console, Terminals terminals, ScreenLog log, Serving without) implements Serving {
    private static final System.Logger LOGGER = System.getLogger(DashboardServing.class.getName());

    @Override
    public void untilStopped(Running running) {
        switch (terminals.open()) {
            case Opening.Refused(var why) -> {
                console.complain("no dashboard: " + why + "; serving on without it");
                without.untilStopped(running);
            }
            case Opening.Opened(var stage) -> on(stage, running);
        }
    }

    private void on(Stage stage, Running running) {
        var stop = new Thread(() -> stop(stage, running), "llmsim-stop");
        Runtime.getRuntime().addShutdownHook(stop);
        var ending = show(stage, running);
        if (ending.equals(Optional.of(Ending.CLOSED)) || !withdrawn(stop)) {
            Signals.await(running);
        } else if (!ending.equals(Optional.of(Ending.QUIT))) {
            console.complain("the dashboard is gone; serving on without it");
            without.untilStopped(running);
        }
    }

    /** False if the process is ending already. */
    private static boolean withdrawn(Thread stop) {
        try {
            return Runtime.getRuntime().removeShutdownHook(stop);
        } catch (IllegalStateException _) {
            return false;
        }
    }

    /** Why it ended; empty if it broke. */
    private Optional<Ending> show(Stage stage, Running running) {
        if (stage.showsErrors()) {
            log.hold();
        }
        try {
            return Optional.of(dashboard(running).run(stage));
        } catch (RuntimeException e) {
            LOGGER.log(Level.ERROR, "The dashboard has a defect", e);
            return Optional.empty();
        } finally {
            log.release();
        }
    }

    private Dashboard dashboard(Running running) {
        var simulator = running.simulated().simulator();
        return new Dashboard(
                new Title("llmsim " + Version.text(), running.uri().toString()),
                () -> new Reading.Fresh(simulator.statistics()),
                log::lines,
                running.transportClock());
    }

    private void stop(Stage stage, Running running) {
        stage.closeSoon(running.transportClock());
        log.release();
        Signals.stop(running);
    }
}
