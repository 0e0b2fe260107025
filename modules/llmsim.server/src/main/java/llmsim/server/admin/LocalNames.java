package llmsim.server.admin;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of machines, as they are written; none is looked up. */
final class LocalNames {
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    private LocalNames() {}

    /** Whether a server that listens there can be reached from its own machine only. */
    static boolean isLoopback(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.startsWith("127.") || name.equals("::1") || name.equals("[::1]");
    }

    /** Whether nobody else can make a name stand for this machine: it is an address, {@code localhost}, or the server's own. */
    static boolean isOwn(String name, String host) {
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || IPV4.matcher(name).matches()
                || (name.startsWith("[") && name.endsWith("]"))
                || name.equals(host.toLowerCase(Locale.ROOT));
    }
}
