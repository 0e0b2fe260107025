package llmsim.server.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a document that a user wrote, in JSON or YAML. Whatever is wrong with it is told as an error with its place;
 * nothing is thrown.
 *
 * <p>A file {@code .json} is JSON, {@code .yaml} and {@code .yml} are YAML; any other is JSON if it begins with a brace
 * or a bracket. Encoding is UTF-8, a byte order mark is passed over.
 */
public final class Document {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Document() {}

    /** What a file says; empty if it says nothing, or nothing can be read after the errors that were told. */
    public static Optional<Raw> read(Path file, Limits limits, Consumer<ConfigurationError> errors) {
        return text(file, limits, errors).flatMap(text -> parse(file.toString(), text, limits, errors));
    }

    /** The text of a file; empty after the error that was told. */
    public static Optional<String> text(Path file, Limits limits, Consumer<ConfigurationError> errors) {
        try {
            return Optional.of(text(file, limits));
        } catch (IOException e) {
            errors.accept(new ConfigurationError(new Origin.WholeFile(file.toString()), reason(file, e)));
            return Optional.empty();
        }
    }

    /** What a text says; {@code file} names it in errors, and its ending says what it is. */
    public static Optional<Raw> parse(String file, String text, Limits limits, Consumer<ConfigurationError> errors) {
        var plain = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        try {
            return isJson(file, plain)
                    ? new JsonReading(file, limits, errors).document(plain)
                    : new YamlReading(file, plain, limits, errors).document();
        } catch (BrokenDocument e) {
            errors.accept(e.error());
            return Optional.empty();
        }
    }

    private static boolean isJson(String file, String text) {
        var name = file.toLowerCase(Locale.ROOT);
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return false;
        }
        var begin = text.stripLeading();
        return name.endsWith(".json") || begin.startsWith("{") || begin.startsWith("[");
    }

    private static String text(Path path, Limits limits) throws IOException {
        try (var in = Files.newInputStream(path)) {
            var bytes = in.readNBytes(limits.bytes() + 1);
            if (bytes.length > limits.bytes()) {
                throw new IOException("the file is larger than " + limits.bytes() + " bytes");
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
