package llmsim.server.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import llmsim.api.settings.SettingsException;
import llmsim.engine.Resettable;
import llmsim.engine.Simulator;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.ConfigurationException;
import llmsim.server.document.Origin;
import llmsim.server.mock.MockSet;
import llmsim.server.settings.TimingRows;

/**
 * What is in force, and the one way to change it: all or nothing, one change after the other. A request keeps what was in
 * force when it began. Thread-safe.
 */
final class InForce {
    private final ReentrantLock lock = new ReentrantLock();
    private final Succession succession;
    private final Simulator simulator;
    private volatile Parts parts;

    InForce(Succession succession, Simulator simulator, Parts first) {
        this.succession = succession;
        this.simulator = simulator;
        this.parts = first;
    }

    Parts parts() {
        return parts;
    }

    /** {@link ConfigurationException} with all that is wrong, if anything is; then nothing has changed. */
    void change(UnaryOperator<Setup> change) {
        replace(present -> succeeded(present, change.apply(present.setup())));
    }

    private Parts succeeded(Parts present, Setup setup) {
        try {
            return succession.next(present, setup);
        } catch (SettingsException e) {
            // A script or a mock that stays names a profile that goes.
            throw new ConfigurationException(List.of(new ConfigurationError(
                    new Origin.Changed(TimingRows.PROFILES.key()), String.valueOf(e.getMessage()))));
        }
    }

    /** Reads the mocks of files again, and takes them if nothing is wrong. */
    MockSet readMocks(Consumer<ConfigurationError> errors) {
        lock.lock();
        try {
            var wrong = new ArrayList<ConfigurationError>();
            var read = parts.setup().readMocks(wrong::add);
            wrong.forEach(errors);
            if (wrong.isEmpty()) {
                replace(present -> present.withMocks(read));
            }
            return read;
        } finally {
            lock.unlock();
        }
    }

    void drain(boolean draining) {
        replace(present -> present.withDraining(draining));
    }

    /** {@link IllegalStateException} if the store cannot forget; then nothing is forgotten. */
    void reset(Set<Resettable> what) {
        lock.lock();
        try {
            if (what.contains(Resettable.STATE) && !simulator.forgetStored()) {
                throw new IllegalStateException("the store cannot forget what it holds");
            }
            what.forEach(this::reset);
        } finally {
            lock.unlock();
        }
    }

    private void reset(Resettable what) {
        switch (what) {
            case STATISTICS -> simulator.resetStatistics();
            case CURSORS -> replace(Parts::fromTheBeginning);
            case LIMITS -> replace(present -> present.withLimits(succession.limits(present.setup())));
            case JOURNAL -> simulator.journal().clear();
            case OCCURRENCES -> simulator.forgetOccurrences();
            case STATE -> {}
        }
    }

    private void replace(Function<Parts, Parts> change) {
        lock.lock();
        try {
            var next = change.apply(parts);
            var behaviour = next.behaviour();
            var capacity = next.setup().configuration().engine().capacity();
            if (!capacity.equals(parts.setup().configuration().engine().capacity())) {
                next.capacity().change(capacity);
            }
            parts = next;
            simulator.change(_ -> behaviour);
        } finally {
            lock.unlock();
        }
    }
}
