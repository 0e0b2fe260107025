package llmsim.tokens;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Texts made of what tokenizers stumble over. */
class HostileTexts {
    private HostileTexts() {}

    static Arbitrary<String> texts() {
        return Arbitraries.frequencyOf(
                        Tuple.of(
                                6,
                                Arbitraries.of(
                                        " the",
                                        "lorem",
                                        " Ipsum",
                                        "'s",
                                        "'LL",
                                        " don't",
                                        "CamelCase",
                                        " naïve",
                                        "Straße",
                                        " x")),
                        Tuple.of(
                                4,
                                Arbitraries.of(
                                        " ", "  ", "\n", "\r\n", "\t", "\u00a0", "\u3000", "\u0085", "\u200b", " \n ",
                                        "\ufeff", "\u2028")),
                        Tuple.of(
                                3, Arbitraries.of("1", "1234567", "½", "٣", "Ⅻ", ".", ",", "!?", "//", "{\"a\":", "…")),
                        Tuple.of(
                                3,
                                Arbitraries.of(
                                        "你好",
                                        "世界",
                                        "の",
                                        "한국어",
                                        "ไทย",
                                        "नमस्ते",
                                        "עברית",
                                        "e\u0301",
                                        "\u0301",
                                        "\ud840\udc00")),
                        Tuple.of(
                                3,
                                Arbitraries.of(
                                        "👋",
                                        "👩‍🚀",
                                        "🇩🇪",
                                        "👍🏽",
                                        "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
                                        "\ud800",
                                        "\udc00",
                                        "\udc00\ud800")),
                        Tuple.of(
                                1,
                                Arbitraries.of("<|endoftext|>", "<|fim_prefix|>", "<|endofprompt|>", "<|im_start|>")),
                        Tuple.of(2, Arbitraries.strings().ofMaxLength(12)),
                        Tuple.of(2, Arbitraries.strings().ascii().ofMaxLength(20)),
                        Tuple.of(1, Arbitraries.of("a", " ", "的", "\n", "!").map(one -> one.repeat(600))))
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }
}
