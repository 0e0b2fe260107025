package llmsim.engine.incident;

import java.util.List;
import java.util.Locale;
import llmsim.engine.match.Glob;

/**
 * Which requests an incident concerns: those that are in all of these.
 *
 * @param providers names of adapters; empty for all
 * @param models patterns of models' names in lower case; empty for all, and for calls that name no model
 * @param keys ids of API keys, as logs show them; empty for all
 * @param share of these requests, drawn: 0 is none, 1 all
 */
public record Where(List<String> providers, List<Glob> models, List<String> keys, double share) {
    /** All requests. */
    public static final Where EVERYWHERE = new Where(List.of(), List.of(), List.of(), 1);

    public Where {
        providers = List.copyOf(providers);
        models = List.copyOf(models);
        keys = List.copyOf(keys);
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share must be from 0 to 1, not " + share);
        }
    }

    /** Requests as a user names them; letters of models' names have no case. */
    public static Where of(List<String> providers, List<String> models, List<String> keys, double share) {
        return new Where(
                providers,
                models.stream().map(pattern -> Glob.of(lower(pattern))).toList(),
                keys,
                share);
    }

    /** The same for these models. */
    public Where models(String... patterns) {
        return of(providers, List.of(patterns), keys, share);
    }

    /** The same for a share of the requests. */
    public Where share(double part) {
        return new Where(providers, models, keys, part);
    }

    /** Whether it concerns a request, but for the share. */
    boolean meets(Asking asking) {
        return meets(providers, asking.provider()) && meets(keys, asking.keyId()) && meetsModel(asking.model());
    }

    private boolean meetsModel(String model) {
        if (models.isEmpty()) {
            return true;
        }
        var name = lower(model);
        for (var pattern : models) {
            if (pattern.matches(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean meets(List<String> names, String name) {
        return names.isEmpty() || names.contains(name);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /**
     * Who asks whom for what.
     *
     * @param model empty for a call that names none
     * @param keyId empty for a caller without a key
     */
    record Asking(String provider, String model, String keyId) {}
}
