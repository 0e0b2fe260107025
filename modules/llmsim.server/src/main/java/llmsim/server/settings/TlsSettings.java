package llmsim.server.settings;

import java.nio.file.Path;

/**
 * By what the server proves who it is; both files are PEM.
 *
 * @param certificate its certificate, and behind it those that certify it
 * @param privateKey the private key of the first certificate, without a passphrase
 */
public record TlsSettings(Path certificate, Path privateKey) {}
