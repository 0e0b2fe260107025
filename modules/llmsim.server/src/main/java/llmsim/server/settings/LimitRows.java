package llmsim.server.settings;

import static llmsim.server.settings.Readers.dollars;
import static llmsim.server.settings.Readers.wholeNumber;
import static llmsim.server.settings.Setting.row;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import llmsim.engine.configuration.LimitScope;
import llmsim.engine.configuration.LimitSettings;
import llmsim.engine.configuration.RateLimit;
import llmsim.engine.limit.Tiers;
import llmsim.server.settings.RatesReader.Kind;
import llmsim.server.settings.Sources.Direct;

/** The settings of rate limits. */
public final class LimitRows {
    private static final String KEY = "key";
    private static final String MODEL = "model";
    private static final String EVERYONE = "all";

    public static final Setting<List<String>> TIER = row(
                    "limits.tier",
                    new ChoicesReader("the name of a tier, or a list of them", Tiers.names()),
                    Setting.none("no limits"),
                    "Usage tier of a provider whose limits hold, such as openai-tier-1; several for several providers.")
            .withFlag("--tier")
            .whileRunning();
    public static final Setting<List<String>> PER = row(
                    "limits.per",
                    new ChoicesReader("key, model, both, or all", List.of(KEY, MODEL, EVERYONE)),
                    "key,model",
                    "Who has limits of his own: each key, each model, each pair of them; all for all requests together.")
            .whileRunning();
    public static final Setting<Map<String, List<RateLimit>>> MODELS = row(
                    "limits.models",
                    new RatesByModelReader("limits.models"),
                    Setting.none("none"),
                    "Limits by pattern of model names; the models that fit one pattern share its limits.")
            .whileRunning();
    public static final Setting<List<RateLimit>> ALL_TOGETHER = row(
                    "limits.all",
                    new RatesReader("limits.all"),
                    Setting.none("none"),
                    "Limits of all requests together, beside the others.")
            .whileRunning();
    public static final Setting<Double> MAX_SPEND = row(
                    "limits.max_spend_dollars",
                    dollars(1e9),
                    Setting.none("any amount"),
                    "What each key may spend at list prices, in US dollars; then it gets insufficient_quota.")
            .whileRunning();

    private static final Map<Kind, Setting<Long>> RATES = RatesReader.KINDS.stream()
            .collect(Collectors.toMap(kind -> kind, LimitRows::rate, (first, _) -> first, LinkedHashMap::new));

    static final List<Setting<?>> ALL = Stream.of(
                    List.of(TIER, PER), RATES.values(), List.of(MODELS, ALL_TOGETHER, MAX_SPEND))
            .<Setting<?>>flatMap(settings -> settings.stream().map(setting -> (Setting<?>) setting))
            .toList();

    private LimitRows() {}

    private static Setting<Long> rate(Kind kind) {
        return row(
                        "limits." + kind.key(),
                        wholeNumber(1, RateLimit.MOST),
                        Setting.none("that of the tier, else none"),
                        "Most " + kind.quantity().plural() + " a "
                                + kind.period().word() + "; they come back evenly.")
                .whileRunning();
    }

    static LimitSettings settings(Values values) {
        var usual = new ArrayList<RateLimit>();
        RATES.forEach((kind, setting) -> values.find(setting)
                .ifPresent(number -> usual.add(new RateLimit(kind.quantity(), kind.period(), number))));
        return new LimitSettings(
                values.find(TIER).orElse(List.of()),
                scopes(values.get(PER)),
                usual,
                values.find(MODELS).orElse(Map.of()),
                values.find(ALL_TOGETHER).orElse(List.of()),
                values.find(MAX_SPEND).map(OptionalDouble::of).orElseGet(OptionalDouble::empty));
    }

    /** What a program says by values; what it does not limit is not limited. */
    public static List<Direct> direct(LimitSettings settings) {
        var direct = new ArrayList<Direct>();
        direct.add(text(TIER, String.join(",", settings.tiers())));
        direct.add(Direct.code(PER.key(), per(settings.per())));
        RATES.forEach((kind, setting) ->
                direct.add(text(setting, rates(settings.usual()).getOrDefault(kind.key(), ""))));
        var models = new LinkedHashMap<String, Map<String, String>>();
        settings.models().forEach((pattern, limits) -> models.put(pattern, rates(limits)));
        direct.add(Direct.nothing(MODELS.key()));
        direct.add(Direct.nothing(ALL_TOGETHER.key()));
        if (!models.isEmpty()) {
            direct.add(Direct.code(MODELS.key(), models));
        }
        if (!settings.all().isEmpty()) {
            direct.add(Direct.texts(ALL_TOGETHER.key(), rates(settings.all())));
        }
        var spend = settings.maxSpendDollars();
        direct.add(text(MAX_SPEND, spend.isPresent() ? String.valueOf(spend.getAsDouble()) : ""));
        return direct;
    }

    private static Direct text(Setting<?> setting, String text) {
        return text.isEmpty() ? Direct.nothing(setting.key()) : Direct.code(setting.key(), text);
    }

    private static String per(Set<LimitScope> scopes) {
        var names = scopes.stream()
                .map(scope -> scope == LimitScope.KEY ? KEY : MODEL)
                .sorted()
                .toList();
        return names.isEmpty() ? EVERYONE : String.join(",", names);
    }

    private static Map<String, String> rates(List<RateLimit> limits) {
        var rates = new LinkedHashMap<String, String>();
        limits.forEach(
                limit -> rates.put(new Kind(limit.quantity(), limit.period()).key(), String.valueOf(limit.limit())));
        return rates;
    }

    private static Set<LimitScope> scopes(List<String> names) {
        return Stream.of(LimitScope.values())
                .filter(scope -> names.contains(scope == LimitScope.KEY ? KEY : MODEL))
                .collect(Collectors.toUnmodifiableSet());
    }
}
