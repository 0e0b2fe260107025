package llmsim.server.plugins;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import llmsim.api.settings.NearMiss;
import llmsim.api.settings.SettingsException;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Origin;
import llmsim.server.settings.PluginSettings;

/** The extensions of one kind; no two have the same name. Immutable. */
public final class Registry<E> {
    private final ExtensionKind<E> kind;
    private final List<Extension<E>> extensions;

    Registry(ExtensionKind<E> kind, List<Extension<E>> extensions) {
        this.kind = kind;
        this.extensions = List.copyOf(extensions);
    }

    /** All of them, in the order in which they were found. */
    public List<Extension<E>> all() {
        return extensions;
    }

    /** The instances alone. */
    public List<E> instances() {
        return extensions.stream().map(Extension::instance).toList();
    }

    /** The names alone. */
    public List<String> names() {
        return extensions.stream().map(Extension::name).toList();
    }

    /** The one of this name. */
    public Optional<Extension<E>> find(String name) {
        return extensions.stream()
                .filter(extension -> extension.name().equals(name))
                .findFirst();
    }

    /**
     * With one more; it takes the place of a found one of the same name.
     *
     * @param from where it comes from
     */
    public Registry<E> with(E instance, String from) {
        var added = kind.named(instance, from);
        var more = new ArrayList<>(extensions);
        more.removeIf(extension -> extension.name().equals(added.name()));
        more.add(added);
        return new Registry<>(kind, more);
    }

    /** With settings applied; every name and every setting that is wrong is reported. */
    public Registry<E> configured(Map<String, PluginSettings.Named> settings, Consumer<ConfigurationError> errors) {
        settings.forEach((name, named) -> require(name, named.origin(), errors));
        var configured = extensions.stream()
                .map(extension -> settings.containsKey(extension.name())
                        ? configured(extension, settings.get(extension.name()), errors)
                        : extension)
                .toList();
        return new Registry<>(kind, configured);
    }

    private Extension<E> configured(
            Extension<E> extension, PluginSettings.Named named, Consumer<ConfigurationError> errors) {
        try {
            return new Extension<>(
                    extension.name(),
                    kind.configured().apply(extension.instance(), named.settings()),
                    extension.from());
        } catch (SettingsException e) {
            errors.accept(rejected(named.origin(), e));
        } catch (RuntimeException | LinkageError e) {
            errors.accept(new ConfigurationError(
                    named.origin(), called(extension) + " does not take its settings: " + Reason.of(e)));
        }
        return extension;
    }

    /** Extensions say the place of a wrong value themselves. */
    private static ConfigurationError rejected(Origin origin, SettingsException e) {
        var place = e.place();
        return place.isEmpty()
                ? new ConfigurationError(origin, Reason.of(e))
                : new ConfigurationError(
                        new Origin.Place(place), Reason.of(e).substring(place.length() + ": ".length()));
    }

    private String called(Extension<E> extension) {
        return kind.word() + " '" + extension.name() + "' of " + extension.from();
    }

    /** Reports a name that nothing has: with the nearest one, and all with where they were found. */
    public void require(String name, Origin written, Consumer<ConfigurationError> errors) {
        if (find(name).isEmpty()) {
            var meant = NearMiss.of(name, names())
                    .map(near -> "; did you mean '" + near + "'?")
                    .orElse(";");
            errors.accept(new ConfigurationError(
                    written, "unknown " + kind.word() + " '" + name + "'" + meant + " choices: " + choices()));
        }
    }

    private String choices() {
        var byPlace = new LinkedHashMap<String, List<String>>();
        extensions.forEach(extension -> byPlace.computeIfAbsent(extension.from(), _ -> new ArrayList<>())
                .add(extension.name()));
        return byPlace.isEmpty()
                ? "none was found"
                : byPlace.entrySet().stream()
                        .map(place -> String.join(", ", place.getValue()) + " (" + place.getKey() + ")")
                        .collect(Collectors.joining(", "));
    }
}
