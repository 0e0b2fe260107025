package llmsim.server.http;

import io.helidon.common.configurable.Resource;
import io.helidon.common.pki.Keys;
import io.helidon.common.pki.PemKeys;
import io.helidon.common.tls.Tls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.util.List;
import java.util.function.BiConsumer;
import llmsim.server.settings.TlsSettings;

/** By what the server proves who it is: a private key, and the certificates that vouch for it. */
public record TlsIdentity(PrivateKey key, List<X509Certificate> chain) {
    private static final long MOST_BYTES = 1L << 20;
    private static final byte[] PROBE = {1};
    private static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

    public TlsIdentity {
        chain = List.copyOf(chain);
    }

    /** Reads the files; {@link IllegalArgumentException} with the file and what is wrong with it. */
    public static TlsIdentity read(TlsSettings settings) {
        var chain = read(settings.certificate(), PemKeys.Builder::certChain).certChain();
        var key = read(settings.privateKey(), PemKeys.Builder::key).privateKey().orElseThrow();
        if (!belongTogether(key, chain.getFirst().getPublicKey())) {
            throw new IllegalArgumentException(
                    settings.privateKey() + ": this is not the private key of " + settings.certificate());
        }
        return new TlsIdentity(key, chain);
    }

    private static Keys read(Path file, BiConsumer<PemKeys.Builder, Resource> part) {
        check(file);
        try {
            var resource = Resource.create(file);
            return Keys.builder().pem(pem -> part.accept(pem, resource)).build();
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private static void check(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new IllegalArgumentException(file + ": PEM must have at most " + MOST_BYTES + " bytes");
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": there is no such file, or it cannot be read", e);
        }
    }

    private static boolean belongTogether(PrivateKey secret, PublicKey known) {
        try {
            var signature = Signature.getInstance("SHA256with" + (secret instanceof ECKey ? "ECDSA" : "RSA"));
            signature.initSign(secret);
            signature.update(PROBE);
            var signed = signature.sign();
            signature.initVerify(known);
            signature.update(PROBE);
            return signature.verify(signed);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    Tls tls() {
        return Tls.builder()
                .privateKey(key)
                .privateKeyCertChain(chain)
                .enabledProtocols(PROTOCOLS)
                .build();
    }
}
