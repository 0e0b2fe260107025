package llmsim.engine.capacity;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import llmsim.api.problem.Category;
import llmsim.api.problem.Problem;
import llmsim.api.time.Clock;
import llmsim.engine.configuration.CapacitySettings;
import llmsim.engine.configuration.ModelCapacity;
import llmsim.engine.gate.Admission;
import llmsim.engine.gate.Gate;
import llmsim.engine.gate.SlotLoad;
import llmsim.engine.gate.Verdict;
import llmsim.engine.match.Glob;
import llmsim.engine.memo.Memo;

/**
 * Hands out the slots of models. A request for which there is none gets a place in the model's queue, and waits where it
 * is handled, not here; one for which there is no place is refused. Models without a request take no memory. Thread-safe.
 */
public final class Capacity implements Gate {
    private volatile Rules rules;
    private final Clock clock;
    private final Memo<Turnover> turnovers = new Memo<>();
    private final ConcurrentMap<String, Slots> models = new ConcurrentHashMap<>();
    private final AtomicInteger queued = new AtomicInteger();

    private Capacity(CapacitySettings settings, Clock clock) {
        this.rules = Rules.of(settings);
        this.clock = clock;
    }

    /**
     * All slots free.
     *
     * @param clock measures how long slots are held
     */
    public static Capacity of(CapacitySettings settings, Clock clock) {
        return new Capacity(settings, clock);
    }

    /**
     * Other slots and queues from now on. Who has a slot keeps it, also where there are fewer now; who waits keeps its place,
     * and is served at once where there is a slot now.
     */
    public void change(CapacitySettings settings) {
        rules = Rules.of(settings);
        models.keySet()
                .forEach(model -> models.computeIfPresent(model, (name, slots) -> {
                    slots.become(rules.of(name));
                    return slots;
                }));
    }

    @Override
    public Verdict check(Admission admission) {
        var capacity = rules.of(key(admission.model()));
        if (admission.request().isEmpty() || capacity.slots() == 0) {
            return Verdict.PASS;
        }
        return enter(admission.model())
                .<Verdict>map(Verdict.Pass::new)
                .orElseGet(() -> Verdict.refuse(problem(capacity, admission.model())));
    }

    /** A slot, or a place in the queue; empty if there is neither. */
    Optional<Place> enter(String model) {
        var place = new Place(this, key(model));
        var slots = models.compute(place.model(), (name, present) -> {
            var capacity = rules.of(name);
            var entered = present == null ? slots(name, capacity) : present;
            entered.become(capacity);
            entered.enter(place);
            return entered;
        });
        return Optional.of(place).filter(entered -> entered.isIn(slots));
    }

    void leave(Place place) {
        models.computeIfPresent(place.model(), (_, slots) -> {
            slots.leave(place);
            return slots.idle() ? null : slots;
        });
    }

    /** Of overload no provider says when it will be over. */
    private Problem problem(ModelCapacity capacity, String model) {
        var advice = Optional.of(turnover(key(model)).next(capacity.slots()));
        return switch (capacity.whenFull()) {
            case RATE_LIMIT -> new Problem.Stated(Category.RATE_LIMIT, "", advice);
            case UNAVAILABLE -> new Problem.Stated(Category.UNAVAILABLE, "", advice);
            case OVERLOADED -> Problem.Stated.of(Category.OVERLOADED, "");
        };
    }

    private Slots slots(String model, ModelCapacity capacity) {
        return new Slots(capacity, queued, clock, turnover(model));
    }

    private Turnover turnover(String model) {
        return turnovers.get(model, Turnover::new);
    }

    @Override
    public int queued() {
        return queued.get();
    }

    @Override
    public Map<String, SlotLoad> slots() {
        var busy = new HashMap<String, SlotLoad>();
        models.forEach((model, slots) -> busy.put(model, slots.busy()));
        return busy;
    }

    /** Whether no request has a slot, and so no model takes memory. */
    boolean idle() {
        return models.isEmpty();
    }

    private static String key(String model) {
        return model.toLowerCase(Locale.ROOT);
    }

    private record Rules(ModelCapacity usual, List<Rule> mostSpecificFirst) {
        static Rules of(CapacitySettings settings) {
            var rules = settings.models().entrySet().stream()
                    .map(model -> new Rule(Glob.of(key(model.getKey())), model.getValue()))
                    .sorted(Comparator.comparingInt(
                                    (Rule rule) -> rule.pattern().specificity())
                            .reversed())
                    .toList();
            return new Rules(settings.all(), rules);
        }

        /** The name in lower case. */
        ModelCapacity of(String name) {
            for (var rule : mostSpecificFirst) {
                if (rule.pattern().matches(name)) {
                    return rule.capacity();
                }
            }
            return usual;
        }
    }

    private record Rule(Glob pattern, ModelCapacity capacity) {}
}
