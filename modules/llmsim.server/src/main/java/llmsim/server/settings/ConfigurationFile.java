package llmsim.server.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** A configuration file on disk. */
final class ConfigurationFile {
    private static final int MAX_BYTES = 1 << 20;

    private ConfigurationFile() {}

    /** What the file says; nothing after an error. */
    static Raw.Mapping read(Path path, Consumer<ConfigurationError> errors) {
        try {
            return YamlReading.read(path.toString(), text(path), errors);
        } catch (IOException e) {
            var origin = new Origin.WholeFile(path.toString());
            errors.accept(new ConfigurationError(origin, reason(path, e)));
            return new Raw.Mapping(List.of(), origin);
        }
    }

    private static String text(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            var bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException("the file is larger than " + MAX_BYTES + " bytes");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        }
    }

    private static String reason(Path path, IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "the file may not be read";
            case CharacterCodingException _ -> "the file is not UTF-8 text";
            default -> Files.isDirectory(path) ? "this is a folder, not a file" : "cannot be read: " + e.getMessage();
        };
    }
}
