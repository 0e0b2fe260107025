package llmsim.server.mock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;

/** By what a changed file is told: each file's identity, size and time. */
record FileStamps(List<Optional<Stamp>> stamps) {
    FileStamps {
        stamps = List.copyOf(stamps);
    }

    /** As the files are now; one that cannot be looked at has no stamp. */
    static FileStamps of(List<Path> files) {
        return new FileStamps(files.stream().map(FileStamps::stamp).toList());
    }

    private static Optional<Stamp> stamp(Path file) {
        try {
            var seen = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new Stamp(String.valueOf(seen.fileKey()), seen.size(), seen.lastModifiedTime()));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** What is seen of a file without reading it. */
    record Stamp(String key, long bytes, FileTime modified) {}
}
