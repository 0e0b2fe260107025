package llmsim.engine.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import llmsim.api.exchange.Caller;
import llmsim.api.exchange.LimitState;
import llmsim.api.reply.Usage;
import llmsim.api.spi.LatencyProfile;
import llmsim.api.time.Waiter;
import llmsim.engine.schema.SchemaMemo;

/** All gates in their order. */
public final class Gates {
    private final List<Gate> gates;

    public Gates(List<Gate> gates) {
        this.gates = List.copyOf(gates);
    }

    /**
     * The gates of every simulator: known model, kinds of input, schemas, output limit, context window, holds, injected
     * errors.
     */
    public static Gates standard(SchemaMemo schemas) {
        return standard(schemas, List.of());
    }

    /** The same with limits, which come after all that is wrong with a request by itself, and before injected errors. */
    public static Gates standard(SchemaMemo schemas, List<Gate> limits) {
        var valid = List.of(
                new KnownModel(),
                new InputKinds(),
                new UsableSchemas(schemas),
                new OutputLimit(),
                new ContextWindow(),
                new OneAtATime());
        return new Gates(Stream.of(valid, limits, List.of(new InjectedErrors()))
                .<Gate>flatMap(List::stream)
                .toList());
    }

    /** Whether there are limits that headers tell of. */
    public boolean limited() {
        return gates.stream().anyMatch(Gate::limited);
    }

    /**
     * What is left of the limits that the gates keep; of several gates the first that keeps any.
     *
     * @param share what part of the limits is there for the call
     */
    public LimitState limits(Caller caller, String model, double share) {
        for (var gate : gates) {
            var state = gate.limits(caller, model, share);
            if (!state.windows().isEmpty()) {
                return state;
            }
        }
        return LimitState.NONE;
    }

    /** These gates, and then others. */
    public Gates and(List<Gate> others) {
        return new Gates(Stream.concat(gates.stream(), others.stream()).toList());
    }

    /** One gate, and then these. */
    public Gates behind(Gate first) {
        return new Gates(Stream.concat(Stream.of(first), gates.stream()).toList());
    }

    /**
     * The verdict of all gates: the first that lets a call not pass has its way, and what the ones before it handed out
     * is given back.
     */
    public Verdict check(Admission admission) {
        var leases = new Leases(new ArrayList<>(2));
        try {
            for (var gate : gates) {
                var verdict = gate.check(admission);
                if (verdict instanceof Verdict.Pass(var lease)) {
                    leases.hold(lease);
                } else {
                    leases.settle(Usage.ofPrompt(0));
                    return verdict;
                }
            }
            return new Verdict.Pass(leases);
        } catch (RuntimeException defect) {
            leases.settle(Usage.ofPrompt(0));
            throw defect;
        }
    }

    /** Requests that passed and still wait for what they were promised. */
    public int queued() {
        return gates.stream().mapToInt(Gate::queued).sum();
    }

    /** The models whose slots are in use, by their names in lower case; of several gates the first that knows. */
    public Map<String, SlotLoad> slots() {
        var slots = new HashMap<String, SlotLoad>();
        gates.forEach(gate -> gate.slots().forEach(slots::putIfAbsent));
        return slots;
    }

    private record Leases(List<Lease> held) implements Lease {
        void hold(Lease lease) {
            // Most gates hand nothing out, and every request passes them all.
            if (lease != NONE) {
                held.add(lease);
            }
        }

        @Override
        public boolean await(Waiter waiter) {
            for (var lease : held) {
                if (!lease.await(waiter)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public LatencyProfile pace(LatencyProfile profile) {
            var paced = profile;
            for (var lease : held) {
                paced = lease.pace(paced);
            }
            return paced;
        }

        @Override
        public void settle(Usage used) {
            for (var lease : held) {
                lease.settle(used);
            }
        }
    }
}
