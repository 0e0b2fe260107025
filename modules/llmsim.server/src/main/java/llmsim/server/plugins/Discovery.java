package llmsim.server.plugins;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Finds all extensions of the program and of a folder of plugins. */
public final class Discovery {
    private final Host host;
    private final List<String> warnings = new ArrayList<>();
    private final List<String> conflicts = new ArrayList<>();

    private Discovery(Host host) {
        this.host = host;
    }

    /**
     * What was found.
     *
     * @param warnings each a line about something that was left out
     * @param conflicts each a line about two extensions of one name, neither of which was taken
     */
    public record Found(Extensions extensions, List<String> warnings, List<String> conflicts) {
        public Found {
            warnings = List.copyOf(warnings);
            conflicts = List.copyOf(conflicts);
        }
    }

    /**
     * Looks in this program and in a folder. Nothing in a jar can make it fail.
     *
     * @param folder must exist if it is given
     * @throws IOException if the folder cannot be listed
     */
    public static Found discover(Optional<Path> folder) throws IOException {
        return discover(Host.present(), folder);
    }

    /** Looks in this program alone. */
    public static Found discover() {
        return new Discovery(Host.present()).in(List.of());
    }

    static Found discover(Host host, Optional<Path> folder) throws IOException {
        return new Discovery(host).in(folder.isPresent() ? PluginPlace.in(folder.get()) : List.of());
    }

    private Found in(List<PluginPlace> places) {
        var loaded = new ArrayList<Loaded>();
        loaded.add(host);
        places.forEach(place -> load(place).ifPresent(loaded::add));
        var extensions = new Extensions(
                registry(ExtensionKind.GENERATOR, loaded),
                registry(ExtensionKind.PROFILE, loaded),
                registry(ExtensionKind.PROVIDER, loaded),
                registry(ExtensionKind.TOKENIZER, loaded),
                registry(ExtensionKind.STORE, loaded));
        return new Found(extensions, warnings, conflicts);
    }

    private Optional<Loaded> load(PluginPlace place) {
        try {
            return Optional.of(host.load(place));
        } catch (IOException | RuntimeException | LinkageError e) {
            leftOut(place.path().toString(), Reason.of(e));
            return Optional.empty();
        }
    }

    private void leftOut(String place, String reason) {
        warnings.add(place + " is left out: " + reason);
    }

    private <E> Registry<E> registry(ExtensionKind<E> kind, List<Loaded> loaded) {
        var byName = new LinkedHashMap<String, List<Extension<E>>>();
        for (var code : loaded) {
            var from = code instanceof Host ? "an extension of this program" : code.from(kind.type());
            for (var extension : ServiceScan.scan(kind, code, reason -> leftOut(from, reason))) {
                byName.computeIfAbsent(extension.name(), _ -> new ArrayList<>()).add(extension);
            }
        }
        byName.values().stream().filter(same -> same.size() > 1).forEach(same -> conflict(kind, same));
        return new Registry<>(
                kind,
                byName.values().stream()
                        .filter(same -> same.size() == 1)
                        .map(List::getFirst)
                        .toList());
    }

    private <E> void conflict(ExtensionKind<E> kind, List<Extension<E>> same) {
        var places = same.stream()
                .map(extension -> extension.instance().getClass().getName() + " of " + extension.from())
                .toList();
        conflicts.add("the " + kind.word() + " '" + same.getFirst().name() + "' is there " + same.size() + " times: "
                + String.join(", and ", places) + "; take one of them away");
    }
}
