package llmsim.engine.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * A digest of values, the same on every machine and in every run. Each value goes in with its length, so that no two
 * different sequences of values look alike. Not thread-safe.
 */
final class Digest {
    private final MessageDigest sha;
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    Digest() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    Digest add(long value) {
        number.clear().putLong(value);
        sha.update(number.array());
        return this;
    }

    Digest add(boolean value) {
        return add(value ? 1 : 0);
    }

    Digest add(String value) {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        return add(bytes.length).addRaw(bytes);
    }

    Digest addRaw(byte[] bytes) {
        sha.update(bytes);
        return this;
    }

    Digest add(Enum<?> value) {
        return add(value.name());
    }

    Digest add(OptionalInt value) {
        return add(value.isPresent()).add(value.orElse(0));
    }

    Digest add(OptionalLong value) {
        return add(value.isPresent()).add(value.orElse(0));
    }

    Digest add(OptionalDouble value) {
        return add(value.isPresent()).add(Double.doubleToLongBits(value.orElse(0)));
    }

    <T> Digest add(Optional<T> value, BiConsumer<Digest, T> each) {
        add(value.isPresent());
        value.ifPresent(present -> each.accept(this, present));
        return this;
    }

    <T> Digest add(Collection<T> values, BiConsumer<Digest, T> each) {
        add(values.size());
        values.forEach(value -> each.accept(this, value));
        return this;
    }

    Digest add(Map<String, String> values) {
        return add(
                new TreeMap<>(values).entrySet(),
                (digest, entry) -> digest.add(entry.getKey()).add(entry.getValue()));
    }

    /** The first 64 bits. */
    long value() {
        return ByteBuffer.wrap(sha.digest()).getLong();
    }
}
