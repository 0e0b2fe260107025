package llmsim.server.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a request asks for: the first segment of its path, the path after it, the query; all decoded.
 *
 * @param prefix the first segment; empty if there is none
 * @param path below the prefix, with its leading slash; empty if the prefix is all
 */
record RequestTarget(String prefix, String path, Map<String, List<String>> query) {

    /** Reads path and query as they were sent; {@link IllegalArgumentException} if they decode to no text. */
    static RequestTarget parse(String rawPath, String rawQuery) {
        var raw = split(rawPath);
        return new RequestTarget(decode(raw.prefix, false), decode(raw.path, false), query(rawQuery));
    }

    /** The same for requests of which nothing is sure: what cannot be decoded stays as it is. */
    static RequestTarget guess(String rawPath) {
        try {
            return parse(rawPath, "");
        } catch (IllegalArgumentException _) {
            return split(rawPath);
        }
    }

    /** The path with its prefix. */
    String whole() {
        return "/" + prefix + path;
    }

    private static RequestTarget split(String rawPath) {
        var relative = originForm(rawPath);
        var start = relative.startsWith("/") ? 1 : 0;
        var slash = relative.indexOf('/', start);
        var end = slash < 0 ? relative.length() : slash;
        return new RequestTarget(relative.substring(start, end), relative.substring(end), Map.of());
    }

    /** Proxies may be sent a whole URI, and may pass it on. */
    private static String originForm(String rawPath) {
        var authority = rawPath.indexOf("://");
        if (rawPath.startsWith("/") || authority < 0) {
            return rawPath;
        }
        var slash = rawPath.indexOf('/', authority + 3);
        return slash < 0 ? "/" : rawPath.substring(slash);
    }

    private static Map<String, List<String>> query(String rawQuery) {
        var query = new LinkedHashMap<String, List<String>>();
        for (var pair : rawQuery.split("&", -1)) {
            if (!pair.isEmpty()) {
                var equals = pair.indexOf('=');
                var name = equals < 0 ? pair : pair.substring(0, equals);
                var value = equals < 0 ? "" : pair.substring(equals + 1);
                query.computeIfAbsent(decode(name, true), _ -> new ArrayList<>())
                        .add(decode(value, true));
            }
        }
        query.replaceAll((_, values) -> List.copyOf(values));
        return query;
    }

    private static String decode(String raw, boolean plusIsSpace) {
        var bytes = ByteBuffer.allocate(raw.length());
        for (var i = 0; i < raw.length(); i++) {
            var character = raw.charAt(i);
            if (character == '%') {
                bytes.put((byte) (hexDigit(raw, ++i) << 4 | hexDigit(raw, ++i)));
            } else {
                bytes.put((byte) (character == '+' && plusIsSpace ? ' ' : plain(character)));
            }
        }
        return text(bytes.flip());
    }

    private static int hexDigit(String raw, int index) {
        var digit = index < raw.length() ? Character.digit(raw.charAt(index), 16) : -1;
        if (digit < 0) {
            throw new IllegalArgumentException("'%' must be followed by two hexadecimal digits");
        }
        return digit;
    }

    private static char plain(char character) {
        if (character > '~') {
            throw new IllegalArgumentException("characters beyond ASCII must be percent-encoded");
        }
        return character;
    }

    private static String text(ByteBuffer bytes) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            if (text.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("control characters are not allowed");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("percent-encoded bytes must be UTF-8", e);
        }
    }
}
