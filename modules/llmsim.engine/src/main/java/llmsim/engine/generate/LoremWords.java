package llmsim.engine.generate;

import java.util.Locale;
import llmsim.api.token.Encoding;

/**
 * The words of {@link Lorem}, measured for one vocabulary. Full stops and commas are one token everywhere.
 *
 * @param opening for the beginning of the text
 * @param capitals for the beginning of any other sentence
 * @param others for all other places
 */
record LoremWords(WordPool opening, WordPool capitals, WordPool others) {
    private static final String WORDS = """
            a ab accumsan ad adipiscing aliqua aliquam aliquip amet ante arcu at auctor augue aute bibendum blandit cillum \
            commodo condimentum congue consectetur consequat convallis culpa cupidatat curabitur cursus dapibus deserunt diam \
            dictum dignissim dis do dolor dolore donec dui duis ea efficitur egestas eget eiusmod eleifend elit enim erat eros \
            esse est et etiam eu euismod ex excepteur exercitation facilisis fames felis fermentum feugiat finibus fringilla \
            fugiat gravida habitant hendrerit iaculis id imperdiet in incididunt integer interdum ipsum irure justo labore \
            laboris laborum lacinia lacus laoreet lectus leo libero ligula lobortis lorem luctus maecenas magna malesuada massa \
            mattis mauris maximus metus mi minim molestie mollis mollit morbi nam nec neque nibh nisi nisl non nostrud nulla \
            nunc occaecat odio officia orci ornare pariatur pellentesque pharetra placerat porta porttitor posuere praesent \
            pretium proident pulvinar purus quam qui quis reprehenderit rhoncus risus rutrum sagittis sapien scelerisque sed \
            sem semper senectus sint sit sodales sollicitudin sunt suscipit tellus tempor tempus tincidunt tortor tristique \
            turpis ullamco ultrices ut varius vehicula vel velit venenatis veniam vestibulum vitae vivamus viverra volutpat \
            voluptate vulputate""";

    static LoremWords measured(Encoding encoding) {
        var words = WordPool.split(WORDS);
        var capitals = words.stream().map(LoremWords::capitalized).toList();
        return new LoremWords(
                WordPool.of(capitals, encoding),
                WordPool.of(WordPool.afterBlank(capitals), encoding),
                WordPool.of(WordPool.afterBlank(words), encoding));
    }

    private static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
