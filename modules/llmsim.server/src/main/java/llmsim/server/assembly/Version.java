package llmsim.server.assembly;

import java.util.Optional;

/** The version of this build: of the module, or on the class path of the jar's manifest. */
public final class Version {
    private Version() {}

    /** Such as {@code 0.1.0}; other words where the sources are run. */
    public static String text() {
        var descriptor = Optional.ofNullable(Version.class.getModule().getDescriptor());
        return descriptor
                .flatMap(module -> module.rawVersion())
                .or(() -> Optional.ofNullable(Version.class.getPackage().getImplementationVersion()))
                .orElse("of the sources");
    }
}
