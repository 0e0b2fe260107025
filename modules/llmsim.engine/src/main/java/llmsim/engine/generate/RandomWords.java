package llmsim.engine.generate;

import java.util.random.RandomGenerator;
import llmsim.api.token.Encoding;

/**
 * {@code random}: English words in any order, of exactly as many tokens as the target in every vocabulary that comes
 * with llmsim. Thread-safe; keep one, because it remembers how many tokens its words have.
 */
public final class RandomWords extends Measured {
    private static final String WORDS = """
            able about above acid across action afraid after again agent air album alone amber anchor angle animal answer \
            apple april apron arch area arrow atlas autumn away axis baker balance bamboo banana barrel basin basket \
            battery beach beacon bean bear beauty before bell below bench better bicycle bird blanket blue boat bonus book \
            border borrow bottle bottom branch bread breeze brick bridge bright brother bubble bucket build butter button \
            cabin cable cactus camera candle canvas canyon carbon carpet castle cedar cellar chalk change charm chase \
            cheese cherry chess chimney circle city clever clock cloud clover coast cobalt coffee color comet common compass \
            copper coral corner cotton cradle crane crayon cricket crystal curtain dance dawn deep desert detail diamond \
            distant dolphin door double dragon dream drift drum dust eager early earth east echo edge elbow ember empty \
            engine equal evening event exact fabric falcon family farm feather fence fern field final finger fire flag flame \
            flute forest fossil fountain fox frame fresh friend frost fruit future galaxy garden gate gentle giant ginger \
            glass globe gold grain granite grape grass gravity green guitar hammer harbor harvest hazel heart helmet hidden \
            hill history honey horizon house hundred ice idea inch indigo ink island ivory jacket jungle kettle kitchen \
            kite ladder lake lamp lantern large laurel leaf lemon letter light lily linen lion little local lucky lunar \
            magnet maple marble market meadow melody metal middle mint mirror moment moon morning moss motion mountain music \
            narrow nature needle nest night noble north notebook number oak ocean olive onion open orange orbit orchid other \
            oxygen paint palace panel paper parrot path pattern peach pebble pencil people pepper piano picture pilot pine \
            planet plaza pocket poem polar pond present prism pump purple puzzle quarter queen quick quiet quilt rabbit \
            radio rain rapid raven reason record reed ribbon rice river road robin rocket roof rose round ruby sail salt sand \
            scarf school second secret seed shadow shell shore silent silver simple sister sketch sky slow small smoke snow \
            solar song south spark spice spiral spring square star station steam stone storm story street summer sun swan \
            table temple thread thunder ticket tiger timber today tower train travel tree tulip tunnel turtle twin umbrella \
            under unit valley velvet village violet violin voice wagon walnut water wave west whale wheat wheel whisper \
            white wild willow wind window winter wolf wonder wood world yard year yellow young zebra zero""";

    /** Tokens for which a text has room at once; longer ones grow. */
    private static final int ROOM = 4096;

    /** A generator that has measured nothing yet. */
    public RandomWords() {
        super("random", Words::measured);
    }

    private record Words(WordPool first, WordPool next) implements Writer {
        static Words measured(Encoding encoding) {
            var words = WordPool.split(WORDS);
            return new Words(WordPool.of(words, encoding), WordPool.of(WordPool.afterBlank(words), encoding));
        }

        @Override
        public String write(int tokens, RandomGenerator random) {
            var text = new StringBuilder(6 * Math.min(tokens, ROOM));
            var left = tokens;
            while (left > 0) {
                var word = (text.isEmpty() ? first : next).draw(random, left);
                text.append(word.text());
                left -= word.tokens();
            }
            return text.toString();
        }
    }
}
