package llmsim.engine.mock;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import llmsim.engine.match.Match;
import llmsim.engine.match.Subject;

/**
 * A text with places for values of the request, such as {@code Hello from {{model}}}. Nothing in it is evaluated: a
 * place holds the name of a value. Immutable and thread-safe.
 */
public final class Template {
    /** Most characters that a filled template has; what is more is cut off. */
    public static final int LONGEST = 1_000_000;

    private static final Pattern PLACE = Pattern.compile("\\{\\{([^{}]{1,600})}}");

    private final List<Piece> pieces;

    private Template(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    /** A text without places, whatever stands in it. */
    public static Template plain(String text) {
        return new Template(List.of(new Piece.Literal(text)));
    }

    /**
     * A text with places.
     *
     * @param match of the mock, whose regular expression gives {@code match.1}
     * @throws IllegalArgumentException if a place has a name that is none; the message says which there are
     */
    public static Template of(String written, Match match) {
        var pieces = new ArrayList<Piece>();
        var place = PLACE.matcher(written);
        var end = 0;
        while (place.find()) {
            pieces.add(new Piece.Literal(written.substring(end, place.start())));
            pieces.add(new Piece.Place(RequestValue.of(place.group(1).strip(), match)));
            end = place.end();
        }
        pieces.add(new Piece.Literal(written.substring(end)));
        return new Template(pieces);
    }

    /**
     * The text with the values of a request.
     *
     * @param n how often the mock has answered, this time included
     */
    public String filled(Subject subject, long n) {
        var text = new StringBuilder();
        for (var piece : pieces) {
            var more = piece.text(subject, n);
            var room = LONGEST - text.length();
            if (more.length() > room) {
                return text.append(more, 0, wholeCharacters(more, room)).toString();
            }
            text.append(more);
        }
        return text.toString();
    }

    private static int wholeCharacters(String text, int end) {
        return end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }

    private sealed interface Piece {
        String text(Subject subject, long n);

        record Literal(String literal) implements Piece {
            @Override
            public String text(Subject subject, long n) {
                return literal;
            }
        }

        record Place(RequestValue value) implements Piece {
            @Override
            public String text(Subject subject, long n) {
                return value.of(subject, n);
            }
        }
    }
}
