package llmsim.tokens;

import llmsim.api.token.TokenSplit;

/** The exact tokens of a text, fragment by fragment, most of them remembered. Thread-safe. */
final class ExactTokens implements BytePairs {
    private final BytePairs tables;
    private final FragmentMemo memo = new FragmentMemo();

    ExactTokens(BytePairs tables) {
        this.tables = tables;
    }

    @Override
    public int count(String text) {
        var tokens = 0;
        for (int start = 0, end; start < text.length(); start = end) {
            end = Fragments.end(text, start);
            tokens += end - start <= FragmentMemo.LONGEST
                    ? memo.split(text, start, end, tables).tokens()
                    : tables.count(text.substring(start, end));
        }
        return tokens;
    }

    @Override
    public TokenSplit split(String text) {
        var pieces = new Pieces(text);
        for (int start = 0, end; start < text.length(); start = end) {
            end = Fragments.end(text, start);
            pieces.addAll(
                    start,
                    end - start <= FragmentMemo.LONGEST
                            ? memo.split(text, start, end, tables)
                            : tables.split(text.substring(start, end)));
        }
        return pieces.toSplit();
    }
}
