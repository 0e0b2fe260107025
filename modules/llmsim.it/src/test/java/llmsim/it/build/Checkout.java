package llmsim.it.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The files of this checkout, and the writing of scripts that stand in for some of them. */
final class Checkout {
    static final Path ROOT =
            Path.of(System.getProperty("basedir")).toAbsolutePath().getParent().getParent();

    private Checkout() {}

    /** Writes an executable shell script. */
    static Path script(Path file, String body) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        return executable(file);
    }

    /** Copies a script of this checkout. */
    static Path copy(String from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        return executable(Files.copy(ROOT.resolve(from), to));
    }

    private static Path executable(Path file) throws IOException {
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
