package llmsim.engine.latency;

import java.util.List;
import java.util.stream.Stream;
import llmsim.engine.match.Glob;

/** A profile that comes with llmsim, with its further names and the models that have it. */
record Preset(DrawnProfile profile, List<String> aliases, List<Glob> models) {

    /** What a model gets that no pattern fits. */
    static final String DEFAULT = "gpt5";

    /** Milliseconds: mean and deviation of the time to the first token, then of the time between tokens. */
    static final List<Preset> ALL = List.of(
            preset("gpt5", 600, 150, 40, 12).as("gpt-5").models("gpt-5*"),
            preset("gpt5-mini", 300, 80, 20, 6).as("gpt-5-mini").models("gpt-5*-mini*"),
            preset("o-series", 2000, 500, 30, 10).as("o1", "o3", "o4").models("o1*", "o3*", "o4*"),
            preset("gpt4", 800, 200, 50, 15).as("gpt-4").models("gpt-4*"),
            preset("gpt35-turbo", 300, 80, 20, 6)
                    .as("gpt-3.5-turbo", "gpt-3.5", "gpt35")
                    .models("gpt-3.5*"),
            preset("gpt4o", 400, 100, 25, 8).as("gpt-4o").models("gpt-4o*"),
            preset("claude-opus", 1000, 250, 60, 20).as("opus").models("*opus*"),
            preset("claude-sonnet", 500, 120, 30, 10).as("sonnet").models("*sonnet*"),
            preset("claude-haiku", 200, 50, 15, 5).as("haiku").models("*haiku*"),
            preset("gemini-pro", 600, 150, 35, 10).as("gemini").models("gemini*"),
            preset("gemini-flash", 200, 50, 15, 5).as("flash").models("gemini*flash*"),
            preset("deepseek", 500, 120, 30, 10).as("deepseek-chat").models("deepseek*"),
            preset("deepseek-reasoner", 1500, 400, 25, 8).as("deepseek-r1").models("deepseek-r*"),
            preset("instant", 0, 0, 0, 0),
            preset("fast", 10, 2, 1, 0));

    /** Its name, then its aliases. */
    Stream<String> names() {
        return Stream.concat(Stream.of(profile.name()), aliases.stream());
    }

    private static Preset preset(String name, double ttftMean, double ttftStddev, double tbtMean, double tbtStddev) {
        var profile = DrawnProfile.normal(name, ttftMean, ttftStddev, tbtMean, tbtStddev);
        return new Preset(profile, List.of(), List.of());
    }

    private Preset as(String... names) {
        return new Preset(profile, List.of(names), models);
    }

    private Preset models(String... patterns) {
        return new Preset(profile, aliases, Stream.of(patterns).map(Glob::of).toList());
    }
}
