package llmsim.server.settings;

import static llmsim.server.settings.Readers.parsedText;
import static llmsim.server.settings.Setting.none;
import static llmsim.server.settings.Setting.row;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The settings of TLS. */
public final class TlsRows {
    public static final Setting<Path> CERTIFICATE = row(
            "server.tls.certificate",
            parsedText("a file", text -> Path.of(text)),
            none("plain HTTP"),
            "File with the server's certificate and those that certify it, as PEM; then all connections are TLS.");
    public static final Setting<Path> PRIVATE_KEY = row(
            "server.tls.private_key",
            new HiddenReader<>(parsedText("a file", text -> Path.of(text))),
            none("plain HTTP"),
            "File with the certificate's private key, as PEM without a passphrase.");

    static final List<Setting<?>> ALL = List.of(CERTIFICATE, PRIVATE_KEY);

    private TlsRows() {}

    /** What the user said; empty unless both files are named. */
    public static Optional<TlsSettings> settings(Values values) {
        return values.find(CERTIFICATE)
                .flatMap(certificate -> values.find(PRIVATE_KEY).map(key -> new TlsSettings(certificate, key)));
    }

    /** The setting that is missing beside the other. */
    public static Optional<Setting<Path>> missing(Values values) {
        var certificate = values.isSet(CERTIFICATE);
        return certificate == values.isSet(PRIVATE_KEY)
                ? Optional.empty()
                : Optional.of(certificate ? PRIVATE_KEY : CERTIFICATE);
    }
}
