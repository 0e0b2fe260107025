package llmsim.engine.incident;

import java.time.Duration;
import java.util.Optional;

/**
 * Something that goes wrong for a while.
 *
 * @param name unique among all incidents; statistics and log call it so
 * @param at when it begins, from the start of the simulator on
 * @param lasting how long it lasts, more than 0
 * @param every after how long it begins again, at least as long as it lasts; empty for once
 */
public record Incident(
        String name, Duration at, Duration lasting, Optional<Duration> every, Where where, Effect effect) {
    public Incident {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an incident must have a name");
        }
        if (at.isNegative()) {
            throw new IllegalArgumentException("an incident cannot begin before the start, but " + name + " does");
        }
        if (lasting.isNegative() || lasting.isZero()) {
            throw new IllegalArgumentException("an incident must last for a while, but " + name + " does not");
        }
        if (every.filter(again -> again.compareTo(lasting) < 0).isPresent()) {
            throw new IllegalArgumentException("an incident cannot begin again while it lasts, but " + name + " does");
        }
    }

    /** An incident that comes once, for all requests. */
    public static Incident of(String name, Duration at, Duration lasting, Effect effect) {
        return new Incident(name, at, lasting, Optional.empty(), Where.EVERYWHERE, effect);
    }

    /** The same for some requests only. */
    public Incident where(Where other) {
        return new Incident(name, at, lasting, every, other, effect);
    }

    /** The same again and again. */
    public Incident every(Duration time) {
        return new Incident(name, at, lasting, Optional.of(time), where, effect);
    }

    /** The same, later. */
    public Incident later(Duration by) {
        return new Incident(name, at.plus(by), lasting, every, where, effect);
    }

    /**
     * Whether it lasts at a moment; it does when it begins, and no more when it ends.
     *
     * @param sinceStart nanoseconds
     */
    boolean lastsAt(long sinceStart) {
        var since = sinceStart - at.toNanos();
        var within = every.isPresent() && since >= 0 ? since % every.get().toNanos() : since;
        return within >= 0 && within < lasting.toNanos();
    }
}
