package llmsim.server.incident;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import llmsim.api.settings.NearMiss;
import llmsim.engine.incident.Effect;
import llmsim.engine.incident.Incident;
import llmsim.engine.incident.Timeline;
import llmsim.engine.incident.Where;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Fields;
import llmsim.server.document.Origin;
import llmsim.server.document.Raw;

/**
 * Reads incidents. Whatever is wrong is told with its place; what is read then is incomplete.
 *
 * @param providers names of all adapters
 */
public record IncidentReading(List<String> providers, Consumer<ConfigurationError> errors) {
    private static final int MOST = 1_000;

    /** All incidents of a list. */
    public Timeline read(Raw raw) {
        if (!(raw instanceof Raw.Sequence(var items, var origin)) || items.size() > MOST) {
            errors.accept(new ConfigurationError(raw.origin(), "incidents must be a list of at most " + MOST));
            return Timeline.NONE;
        }
        var names = new HashSet<String>();
        return new Timeline(IntStream.range(0, items.size())
                .mapToObj(i -> incident("incidents[" + i + "]", items.get(i)))
                .flatMap(Optional::stream)
                .filter(incident -> isNew(incident, names, origin))
                .toList());
    }

    private boolean isNew(Incident incident, HashSet<String> names, Origin origin) {
        var added = names.add(incident.name());
        if (!added) {
            errors.accept(new ConfigurationError(origin, "two incidents are called '" + incident.name() + "'"));
        }
        return added;
    }

    private Optional<Incident> incident(String path, Raw raw) {
        var fields = Fields.of(path, raw, errors);
        fields.allow(List.of("name", "at", "for", "repeat_every", "where", "what"));
        var name = fields.requireName("name");
        var at = fields.require("at").flatMap(value -> time(fields.path("at"), value));
        var lasting = fields.require("for").flatMap(value -> time(fields.path("for"), value));
        var every = fields.find("repeat_every").flatMap(value -> time(fields.path("repeat_every"), value));
        var where = fields.find("where")
                .map(value -> where(fields.path("where"), value))
                .orElse(Where.EVERYWHERE);
        var effect = fields.require("what").map(value -> new EffectReading(errors).effect(fields.path("what"), value));
        if (name.isEmpty() || at.isEmpty() || lasting.isEmpty() || effect.isEmpty()) {
            return Optional.empty();
        }
        return checked(fields, name.get(), at.get(), lasting.get(), every, where, effect.get());
    }

    private Optional<Incident> checked(
            Fields fields,
            String name,
            Duration at,
            Duration lasting,
            Optional<Duration> every,
            Where where,
            Effect effect) {
        try {
            return Optional.of(new Incident(name, at, lasting, every, where, effect));
        } catch (IllegalArgumentException e) {
            errors.accept(new ConfigurationError(fields.origin(), String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private Optional<Duration> time(String path, Raw raw) {
        return Times.read(path, raw, errors);
    }

    private Where where(String path, Raw raw) {
        var fields = Fields.of(path, raw, errors);
        fields.allow(List.of("providers", "models", "keys", "share"));
        var texts = new TextLists(errors);
        var named = texts.read(fields, "providers", this::provider);
        var models = texts.read(fields, "models", _ -> Optional.empty());
        var keys = texts.read(fields, "keys", IncidentReading::key);
        var share = fields.number("share", 0, 1, "").orElse(1.0);
        return Where.of(named, models, keys.stream().map(IncidentReading::id).toList(), share);
    }

    private Optional<String> provider(String name) {
        return providers.contains(name)
                ? Optional.empty()
                : Optional.of("there is no provider '" + name + "'" + NearMiss.hint(name, providers));
    }

    private static Optional<String> key(String written) {
        return written.matches("[0-9a-fA-F]{12,64}")
                ? Optional.empty()
                : Optional.of("a key is written as the first 12 digits or more of its SHA-256 in hex, not as itself");
    }

    private static String id(String written) {
        return written.substring(0, 12).toLowerCase(Locale.ROOT);
    }
}
