package llmsim.server.mock;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import llmsim.server.document.Origin;
import llmsim.server.document.Scalars;

/**
 * Reads the files whose content mocks answer with.
 *
 * @param beside the file that names them; a relative name must stay within its folder, an absolute one may be anywhere
 * @param used hears of every file that is named
 */
record TextFiles(Path beside, Consumer<Path> used) {
    private static final int MOST_BYTES = 1 << 20;

    Optional<String> read(String written, Scalars place) {
        if (place.raw().origin() instanceof Origin.Changed) {
            return place.wrong("cannot name a file in a change; write the text itself as content");
        }
        try {
            var folder =
                    Objects.requireNonNull(beside.toAbsolutePath().normalize().getParent(), "a file is in a folder");
            var file = folder.resolve(written).normalize();
            if (!Path.of(written).isAbsolute() && !file.startsWith(folder)) {
                return place.wrong("must be within " + folder + ", or an absolute path, not '" + written + "'");
            }
            used.accept(file);
            return Optional.of(text(file));
        } catch (InvalidPathException _) {
            return place.wrong("must be the name of a file");
        } catch (CharacterCodingException _) {
            return place.wrong("names a file that is not UTF-8 text: '" + written + "'");
        } catch (IOException e) {
            return place.wrong("names a file that cannot be read: " + e.getMessage());
        }
    }

    private static String text(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("there is no such file: '" + file + "'");
        }
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("'" + file + "' is larger than " + MOST_BYTES + " bytes");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        }
    }
}
