package llmsim.server.plugins;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Spliterator;
import java.util.function.Consumer;

/** Looks for the extensions of one kind in loaded code; a broken one does not hide the others. */
final class ServiceScan<E> {
    private static final int MAX_BROKEN = 100;

    private final ExtensionKind<E> kind;
    private final Loaded loaded;
    private final Consumer<String> warnings;
    private final List<Extension<E>> found = new ArrayList<>();

    private ServiceScan(ExtensionKind<E> kind, Loaded loaded, Consumer<String> warnings) {
        this.kind = kind;
        this.loaded = loaded;
        this.warnings = warnings;
    }

    static <E> List<Extension<E>> scan(ExtensionKind<E> kind, Loaded loaded, Consumer<String> warnings) {
        var scan = new ServiceScan<>(kind, loaded, warnings);
        scan.all(loaded.services(kind.type()).stream().spliterator());
        return scan.found;
    }

    private void all(Spliterator<ServiceLoader.Provider<E>> providers) {
        var broken = 0;
        for (var more = true; more && broken < MAX_BROKEN; ) {
            try {
                more = providers.tryAdvance(this::one);
            } catch (ServiceConfigurationError | LinkageError e) {
                broken++;
                warnings.accept(Reason.of(e));
            }
        }
    }

    private void one(ServiceLoader.Provider<E> provider) {
        // A provider method may say no more of its result than the extension point.
        if (!loaded.owns(provider.type()) && provider.type() != kind.type()) {
            return;
        }
        try {
            var instance = provider.get();
            if (loaded.owns(instance.getClass())) {
                found.add(kind.named(instance, loaded.from(instance.getClass())));
            }
        } catch (Exception | Error e) {
            warnings.accept(kind.word() + " " + provider.type().getName() + ": " + Reason.of(e));
        }
    }
}
