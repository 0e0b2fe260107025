package llmsim.engine.override;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import llmsim.api.problem.Category;
import llmsim.api.problem.Problem;
import llmsim.api.settings.NearMiss;
import llmsim.api.settings.SettingsException;
import llmsim.engine.Behaviour;

/**
 * What one call wants for itself. Immutable.
 *
 * @param wishes in the order in which they are fulfilled
 */
public record Overrides(List<Wish> wishes) {
    /** Nothing. */
    public static final Overrides NONE = new Overrides(List.of());

    public Overrides {
        wishes = List.copyOf(wishes);
    }

    /**
     * Reads what a call says. Throws a {@link llmsim.api.problem.ProblemException} that names the header if it says
     * something that there is not.
     *
     * @param said by lower-case name without the prefix
     * @param present the behaviour that it would have otherwise
     */
    public static Overrides read(Map<String, String> said, Behaviour present) {
        if (said.isEmpty()) {
            return NONE;
        }
        var wishes = new ArrayList<Wish>();
        // Every wrong name is told before any wrong value, and always the same one first.
        var sorted = new TreeMap<>(said);
        sorted.keySet().forEach(Overrides::known);
        for (var header : OverrideHeader.values()) {
            var value = sorted.get(header.label());
            if (value != null) {
                wishes.add(read(header, value.strip(), present));
            }
        }
        return new Overrides(wishes);
    }

    /** The behaviour as this call wants it. */
    public Behaviour appliedTo(Behaviour present) {
        var wanted = present;
        for (var wish : wishes) {
            wanted = wish.appliedTo(wanted);
        }
        return wanted;
    }

    private static void known(String name) {
        if (!OverrideHeader.labels().contains(name)) {
            throw wrong(
                    "There is no header X-LLMSim-" + shortened(name) + NearMiss.hint(name, OverrideHeader.labels()));
        }
    }

    private static Wish read(OverrideHeader header, String value, Behaviour present) {
        try {
            return header.read(value, present);
        } catch (SettingsException wrong) {
            throw wrong(header.written() + ": " + wrong.getMessage());
        }
    }

    private static RuntimeException wrong(String message) {
        return Problem.Stated.of(Category.INVALID_REQUEST, message).asException();
    }

    /** A text of a client's, short enough to be said back. */
    static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}
