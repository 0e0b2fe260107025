package llmsim.engine.latency;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import llmsim.api.settings.NearMiss;
import llmsim.api.settings.SettingsException;
import llmsim.api.spi.LatencyProfile;
import llmsim.engine.configuration.LatencySettings;
import llmsim.engine.configuration.TimingSettings;
import llmsim.engine.match.Glob;

/**
 * All latency profiles of a run: those that come with llmsim, and those that were found beside them. As a
 * {@link ProfileChoice} it gives each model its own. Names are compared without case. Immutable.
 */
public final class ProfileTable implements ProfileChoice {
    private final Map<String, LatencyProfile> byName = new LinkedHashMap<>();
    private final double speed;
    private final List<Rule> usersMostSpecificFirst;
    private final List<Rule> mostSpecificFirst;
    private final List<String> names;
    private final LatencyProfile standard;

    private ProfileTable(List<LatencyProfile> found, TimingSettings timing) {
        speed = timing.speed();
        Preset.ALL.forEach(preset -> preset.names().forEach(name -> byName.put(name, timed(preset.profile()))));
        found.forEach(profile -> byName.put(key(profile.name()), timed(profile)));
        usersMostSpecificFirst = sorted(timing.models().entrySet().stream()
                .map(model -> new Rule(Glob.of(key(model.getKey())), named(model.getValue()))));
        names = Stream.concat(Preset.ALL.stream().map(Preset::profile), found.stream())
                .map(LatencyProfile::name)
                .distinct()
                .toList();
        mostSpecificFirst = sorted(Preset.ALL.stream().flatMap(this::rules));
        standard = named(Preset.DEFAULT);
    }

    /** The profiles that come with llmsim. */
    public static ProfileTable standard() {
        return with(List.of());
    }

    /** The profiles that come with llmsim and these; one of these takes the place of one of the same name or alias. */
    public static ProfileTable with(List<LatencyProfile> found) {
        return with(found, TimingSettings.DEFAULT);
    }

    /**
     * The same, at a speed of the user's and with profiles that the user chose for models. {@link SettingsException} if
     * one of those names is unknown.
     */
    public static ProfileTable with(List<LatencyProfile> found, TimingSettings timing) {
        return new ProfileTable(found, timing);
    }

    /** The names, without aliases. */
    public List<String> names() {
        return names;
    }

    /** The profile of this name or alias. */
    public Optional<LatencyProfile> find(String name) {
        return Optional.ofNullable(byName.get(key(name)));
    }

    /** The profile of this name or alias; {@link SettingsException} with the choices if there is none. */
    public LatencyProfile named(String name) {
        return find(name)
                .orElseThrow(() -> new SettingsException("unknown latency profile '" + name + "'" + hint(name)));
    }

    /**
     * The profile that the user chose for the model, else that of the most specific pattern that fits it, else
     * {@code gpt5}.
     */
    @Override
    public LatencyProfile forModel(String model) {
        return chosen(model).or(() -> first(mostSpecificFirst, model)).orElse(standard);
    }

    private Optional<LatencyProfile> chosen(String model) {
        return first(usersMostSpecificFirst, model);
    }

    private static Optional<LatencyProfile> first(List<Rule> rules, String model) {
        var name = key(model);
        for (var rule : rules) {
            if (rule.pattern().matches(name)) {
                return Optional.of(rule.profile());
            }
        }
        return Optional.empty();
    }

    /**
     * The pace of requests that have none of their own: single values of the user's are for models for which the user
     * chose no profile. {@link SettingsException} if a profile is named that there is not.
     */
    public ProfileChoice usual(LatencySettings settings) {
        var choice = choose(settings);
        return settings instanceof LatencySettings.Custom
                ? model -> chosen(model).orElseGet(() -> choice.forModel(model))
                : choice;
    }

    /** What settings choose; {@link SettingsException} if they name a profile that there is not. */
    public ProfileChoice choose(LatencySettings settings) {
        return switch (settings) {
            case LatencySettings.ByModel _ -> this;
            case LatencySettings.Named(var name) -> ProfileChoice.always(named(name));
            case LatencySettings.Custom custom -> ProfileChoice.always(timed(custom(custom)));
        };
    }

    private LatencyProfile timed(LatencyProfile profile) {
        return Scaled.by(1 / speed, profile);
    }

    private static List<Rule> sorted(Stream<Rule> rules) {
        return rules.sorted(
                        Comparator.comparingInt((Rule rule) -> rule.pattern().specificity())
                                .reversed())
                .toList();
    }

    private Stream<Rule> rules(Preset preset) {
        var profile = named(preset.profile().name());
        return preset.models().stream().map(pattern -> new Rule(pattern, profile));
    }

    private static DrawnProfile custom(LatencySettings.Custom custom) {
        return DrawnProfile.normal(
                "custom", custom.ttftMeanMs(), custom.ttftStddevMs(), custom.tbtMeanMs(), custom.tbtStddevMs());
    }

    private String hint(String name) {
        var near = NearMiss.of(name, byName.keySet());
        return near.map(meant -> "; did you mean '" + meant + "'? ").orElse("; ") + "choices: "
                + String.join(", ", names);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private record Rule(Glob pattern, LatencyProfile profile) {}
}
