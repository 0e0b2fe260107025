package llmsim.cli;

import java.util.Optional;

/** The version of this build: of the module, or on the class path of the jar's manifest. */
final class Version {
    private Version() {}

    static String text() {
        var descriptor = Optional.ofNullable(Version.class.getModule().getDescriptor());
        return descriptor
                .flatMap(module -> module.rawVersion())
                .or(() -> Optional.ofNullable(Version.class.getPackage().getImplementationVersion()))
                .orElse("of the sources");
    }
}
