package llmsim.engine.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import llmsim.engine.configuration.LimitSettings;
import llmsim.engine.configuration.RateLimit;
import llmsim.engine.match.Glob;
import llmsim.engine.memo.Memo;

/** Which limits hold for which model. Names are compared without case. Thread-safe. */
final class Families {
    private final List<Rule> models;
    private final List<RateLimit> usual;
    private final List<Rule> tiers;
    private final Memo<Optional<Family>> lately = new Memo<>();

    private Families(List<Rule> models, List<RateLimit> usual, List<Rule> tiers) {
        this.models = models;
        this.usual = usual;
        this.tiers = tiers;
    }

    /** The limits of keys and models. */
    static Families of(LimitSettings settings) {
        var models = settings.models().entrySet().stream()
                .map(entry -> new Rule(List.of(Glob.of(key(entry.getKey()))), entry.getValue()))
                .toList();
        return new Families(
                models,
                settings.usual(),
                settings.tiers().stream()
                        .flatMap(tier -> Tiers.named(tier).stream())
                        .toList());
    }

    /** The same limits for every model. */
    static Families same(List<RateLimit> limits) {
        return new Families(List.of(), limits, List.of());
    }

    boolean limited() {
        return !(models.isEmpty() && usual.isEmpty() && tiers.isEmpty());
    }

    /** The family of a model; empty if nothing limits it. */
    Optional<Family> find(String model) {
        var name = key(model);
        return lately.get(name, () -> made(name));
    }

    private Optional<Family> made(String model) {
        var own = Rule.best(models, model);
        var tier = Rule.best(tiers, model);
        var limits = new ArrayList<RateLimit>();
        addMissing(limits, own < 0 ? List.of() : models.get(own).limits());
        addMissing(limits, usual);
        addMissing(limits, tier < 0 ? List.of() : tiers.get(tier).limits());
        var name =
                own >= 0 ? models.get(own).name() : tier >= 0 ? tiers.get(tier).name() : model;
        var number = (own + 1) * (tiers.size() + 1) + tier + 1;
        return limits.isEmpty() ? Optional.empty() : Optional.of(new Family(name, Plan.of(number, limits)));
    }

    private static void addMissing(List<RateLimit> limits, List<RateLimit> more) {
        more.stream().filter(one -> limits.stream().noneMatch(one::sameAs)).forEach(limits::add);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
