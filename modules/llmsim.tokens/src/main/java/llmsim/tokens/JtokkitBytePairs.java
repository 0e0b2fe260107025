package llmsim.tokens;

import java.util.Arrays;
import llmsim.api.token.TokenSplit;
import llmsim.jtokkit.Encodings;
import llmsim.jtokkit.api.Encoding;
import llmsim.jtokkit.api.EncodingRegistry;
import llmsim.jtokkit.api.EncodingType;
import llmsim.jtokkit.api.IntArrayList;

/** The exact tokens by jtokkit. Special tokens such as {@code <|endoftext|>} are ordinary text. */
final class JtokkitBytePairs implements BytePairs {
    // Tables of constants, read from jtokkit's jar on first use: 20 MB each, so there is one of each for all instances.
    private static final EncodingRegistry TABLES = Encodings.newLazyEncodingRegistry();

    /** More than any vocabulary has tokens. */
    private static final int MOST_TOKENS = 1 << 18;

    private final Encoding encoding;
    private final byte[] tokenBytes = new byte[MOST_TOKENS];

    /** Loads the tables if nobody has yet. */
    JtokkitBytePairs(EncodingType type) {
        encoding = TABLES.getEncoding(type);
    }

    @Override
    public int count(String text) {
        return encoding.countTokensOrdinary(CodePoints.withoutLoneSurrogates(text));
    }

    @Override
    public TokenSplit split(String text) {
        var clean = CodePoints.withoutLoneSurrogates(text);
        return cut(text, clean, encoding.encodeOrdinary(clean));
    }

    private TokenSplit cut(String text, String clean, IntArrayList tokens) {
        var ends = new int[tokens.size()];
        var tokensUpTo = new int[tokens.size()];
        var pieces = 0;
        var index = 0;
        var bytesOfText = 0;
        var bytesOfTokens = 0;
        for (var token = 0; token < tokens.size(); token++) {
            bytesOfTokens += bytes(tokens.get(token));
            while (bytesOfText < bytesOfTokens) {
                var codePoint = clean.codePointAt(index);
                bytesOfText += CodePoints.utf8Length(codePoint);
                index += Character.charCount(codePoint);
            }
            // Else the token ends inside the code point: the next one belongs to the same piece.
            if (bytesOfText == bytesOfTokens) {
                ends[pieces] = index;
                tokensUpTo[pieces++] = token + 1;
            }
        }
        return new TokenSplit(text, Arrays.copyOf(ends, pieces), Arrays.copyOf(tokensUpTo, pieces));
    }

    // Racing threads write the same value; a token has 1 to 128 bytes.
    private int bytes(int token) {
        var known = tokenBytes[token] & 0xff;
        return known > 0 ? known : lookUpBytes(token);
    }

    private int lookUpBytes(int token) {
        var one = new IntArrayList(1);
        one.add(token);
        var length = encoding.decodeBytes(one).length;
        tokenBytes[token] = (byte) length;
        return length;
    }
}
