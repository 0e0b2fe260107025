package llmsim.server.http;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.util.Locale;

/** Tries whether a server can listen, because Helidon says no more than that it cannot, and logs it at length. */
final class ListenAddress {
    private ListenAddress() {}

    /** The address to listen on; {@link ListenException} if that is impossible. */
    static InetSocketAddress check(String host, int port) {
        var address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new ListenException("Cannot listen on " + host + ": there is no host of this name");
        }
        try (var channel = ServerSocketChannel.open()) {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(address);
            return address;
        } catch (IOException e) {
            throw new ListenException("Cannot listen on " + host + ":" + port + ": " + reason(e, host, port), e);
        }
    }

    private static String reason(IOException e, String host, int port) {
        var words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (e instanceof BindException && words.contains("in use")) {
            return "port " + port
                    + " is taken by another program; stop it, or choose another port (0 for any that is free)";
        }
        if (words.contains("permission")) {
            return "the system does not permit port " + port + "; choose one above 1023";
        }
        return words.contains("assign") ? host + " is no address of this machine" : String.valueOf(e.getMessage());
    }
}
