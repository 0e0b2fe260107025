package llmsim.server.assembly;

import java.time.Duration;
import java.util.Optional;
import llmsim.api.model.Models;
import llmsim.api.time.Clock;
import llmsim.engine.capacity.Capacity;
import llmsim.engine.incident.Timeline;
import llmsim.engine.latency.ProfileTable;
import llmsim.engine.limit.LimitGates;
import llmsim.engine.mock.MockSource;
import llmsim.engine.schema.SchemaMemo;
import llmsim.engine.script.ScriptSource;

/**
 * Makes the parts of a setup: the first ones, and those that come after others and keep what has not changed.
 *
 * @param startNanos when the run began, by the clock
 */
record Succession(Clock clock, long startNanos) {
    /** From nothing. {@link llmsim.api.settings.SettingsException} if something names a profile that there is not. */
    Parts first(Setup setup) {
        var profiles = setup.profiles();
        return new Parts(
                setup,
                Simulated.models(setup),
                new SchemaMemo(),
                setup.incidents(),
                limits(setup),
                Capacity.of(setup.configuration().engine().capacity(), clock),
                new ScriptSource(setup.scripts(), profiles),
                mocks(setup, profiles),
                false);
    }

    /** After these parts. {@link llmsim.api.settings.SettingsException} if something names a profile that there is not. */
    Parts next(Parts before, Setup setup) {
        var profiles = setup.profiles();
        var timeline = timeline(before, setup);
        return new Parts(
                setup,
                models(before, setup),
                before.schemas(),
                timeline,
                limits(before, setup),
                before.capacity(),
                before.scripts().become(setup.scripts(), profiles),
                mocks(before, setup, profiles),
                before.draining());
    }

    private static Models models(Parts before, Setup setup) {
        var settings = setup.configuration().engine().models();
        var stay = settings.equals(before.setup().configuration().engine().models());
        return stay ? before.models() : Simulated.models(setup);
    }

    /** Incidents that are changed while the run goes on count from the change. */
    private Timeline timeline(Parts before, Setup setup) {
        var since = Duration.ofNanos(clock.nanoTime() - startNanos);
        return setup.incidents().equals(before.setup().incidents())
                ? before.timeline()
                : setup.incidents().later(since);
    }

    /** With nothing taken and nothing spent. */
    LimitGates limits(Setup setup) {
        var engine = setup.configuration().engine();
        return LimitGates.of(engine.limits(), clock, engine.response().targetTokens());
    }

    private LimitGates limits(Parts before, Setup setup) {
        var engine = setup.configuration().engine();
        return before.limits().become(engine.limits(), clock, engine.response().targetTokens());
    }

    private static Optional<MockSource> mocks(Parts before, Setup setup, ProfileTable profiles) {
        var stay = setup.hasMocksOf(before.setup());
        return stay
                ? before.mocks().map(source -> source.again(setup.mocks().inForce(), profiles))
                : mocks(setup, profiles);
    }

    /** From the beginning. */
    static Optional<MockSource> mocks(Setup setup, ProfileTable profiles) {
        var mocks = setup.mocks();
        return mocks.files().isEmpty() && mocks.idle()
                ? Optional.empty()
                : Optional.of(new MockSource(mocks.inForce(), profiles));
    }
}
