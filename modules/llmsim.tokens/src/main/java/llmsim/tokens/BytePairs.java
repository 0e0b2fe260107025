package llmsim.tokens;

import llmsim.api.token.TokenSplit;

/** The exact tokens of a text, however long that takes. Thread-safe. */
interface BytePairs {
    int count(String text);

    TokenSplit split(String text);
}
