package llmsim.engine.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What is kept of a secret: enough to know it again, and nothing to learn it from.
 *
 * @param hex its SHA-256 in hexadecimal digits
 */
public record SecretDigest(String hex) {
    private static final int ID_DIGITS = 12;

    /** The digest of a secret. */
    public static SecretDigest of(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return new SecretDigest(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** Its first {@value #ID_DIGITS} digits: a name under which rules and limits can speak of the secret's owner. */
    public String id() {
        return hex.substring(0, ID_DIGITS);
    }

    @Override
    public String toString() {
        return id();
    }
}
