package llmsim.engine.incident;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import llmsim.api.exchange.Call;
import llmsim.engine.incident.Where.Asking;
import llmsim.engine.random.Draws;

/** All incidents of a run. Immutable: what holds for a request is a function of its moment, of what it is, and its luck. */
public record Timeline(List<Incident> incidents) {
    /** Nothing goes wrong. */
    public static final Timeline NONE = new Timeline(List.of());

    public Timeline {
        incidents = List.copyOf(incidents);
        if (incidents.stream().map(Incident::name).distinct().count() < incidents.size()) {
            throw new IllegalArgumentException("two incidents have the same name");
        }
    }

    /** The same, where all begin later. */
    public Timeline later(Duration by) {
        return new Timeline(
                incidents.stream().map(incident -> incident.later(by)).toList());
    }

    /** What lasts at a moment, in nanoseconds since the start. */
    public List<Incident> at(long sinceStart) {
        return only(incident -> incident.lastsAt(sinceStart));
    }

    /** No list is made where all of them are meant, or none: most requests meet nothing. */
    private List<Incident> only(Predicate<Incident> condition) {
        var found = new ArrayList<Incident>(0);
        for (var incident : incidents) {
            if (condition.test(incident)) {
                found.add(incident);
            }
        }
        return found.size() == incidents.size() ? incidents : found.isEmpty() ? List.of() : found;
    }

    /**
     * What a call meets.
     *
     * @param sinceStart when it came, in nanoseconds since the start
     * @param model empty if it names none
     * @param draws the call's own, asked for only if a share has to be drawn
     */
    public List<Incident> meeting(long sinceStart, String provider, String model, Call call, Supplier<Draws> draws) {
        return meeting(sinceStart, provider, model, call, incident -> isDrawn(incident, draws));
    }

    /**
     * What a call meets that could not be read: it has no streams of randomness, so it meets what concerns all calls of
     * its provider, model and key.
     *
     * @param sinceStart when it came, in nanoseconds since the start
     * @param model empty if it names none that can be told
     */
    public List<Incident> meetingUnread(long sinceStart, String provider, String model, Call call) {
        return meeting(
                sinceStart, provider, model, call, incident -> incident.where().share() == 1);
    }

    private List<Incident> meeting(
            long sinceStart, String provider, String model, Call call, Predicate<Incident> drawn) {
        var asking = new Asking(provider, model, call.caller().keyId());
        return only(incident -> incident.lastsAt(sinceStart) && incident.where().meets(asking) && drawn.test(incident));
    }

    private static boolean isDrawn(Incident incident, Supplier<Draws> draws) {
        var share = incident.where().share();
        return share == 1
                || draws.get().happening("incident " + incident.name(), 0).nextDouble() < share;
    }
}
