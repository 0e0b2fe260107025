package llmsim.engine.fault;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import llmsim.engine.configuration.StreamFault;
import llmsim.engine.configuration.StreamFaults;
import llmsim.engine.configuration.StreamFaults.Chance;
import llmsim.engine.match.Glob;

/** Which answers are broken on purpose. Immutable. */
public final class Luck {
    /** Nothing ever happens. */
    public static final Luck NONE = new Luck(StreamFaults.NONE);

    private final List<Ready> chances;
    private final Optional<StreamFault> forced;

    /** By chance. */
    public Luck(StreamFaults faults) {
        this.chances = faults.chances().stream().map(Ready::of).toList();
        this.forced = Optional.empty();
    }

    private Luck(StreamFault fault) {
        this.chances = List.of();
        this.forced = Optional.of(fault);
    }

    /** Every answer has this fault, whatever its source says. */
    public static Luck always(StreamFault fault) {
        return new Luck(fault);
    }

    /** The fault that every answer has. */
    public Optional<StreamFault> forced() {
        return forced;
    }

    /** Whether anything can happen; if not, nothing needs to be drawn. */
    public boolean isNone() {
        return chances.isEmpty() && forced.isEmpty();
    }

    /**
     * The fault, if there is one. Each that can meet this answer has its own part of the roll, so that what is said of one
     * model leaves the luck of the others as it is.
     *
     * @param random the request's own stream, of which one number is taken
     */
    public Optional<StreamFault> roll(RandomGenerator random, String provider, String model) {
        var roll = random.nextDouble();
        var upTo = 0.0;
        for (var ready : chances) {
            upTo += ready.meets(provider, model) ? ready.chance.rate() : 0;
            if (roll < upTo) {
                return Optional.of(ready.chance.fault());
            }
        }
        return Optional.empty();
    }

    /** A chance whose patterns are read. */
    record Ready(Chance chance, List<Glob> models) {
        static Ready of(Chance chance) {
            return new Ready(chance, chance.models().stream().map(Glob::of).toList());
        }

        boolean meets(String provider, String model) {
            return (chance.providers().isEmpty() || chance.providers().contains(provider))
                    && (models.isEmpty() || models.stream().anyMatch(glob -> glob.matches(model)));
        }
    }
}
