package llmsim.tokens;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import llmsim.api.token.TokenSplit;

/** A vocabulary in which each char is a token, and which notes what it is asked. */
final class BytePairsRecorder implements BytePairs {
    final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    @Override
    public int count(String text) {
        asked.add(text);
        return text.length();
    }

    @Override
    public TokenSplit split(String text) {
        asked.add(text);
        var all = IntStream.rangeClosed(1, text.length()).toArray();
        return new TokenSplit(text, all, all);
    }

    int chars() {
        return asked.stream().mapToInt(String::length).sum();
    }
}
