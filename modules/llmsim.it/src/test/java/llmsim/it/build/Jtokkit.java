package llmsim.it.build;

import llmsim.jtokkit.Encodings;
import llmsim.jtokkit.api.EncodingType;

/** A program that encodes a text by every table and prints {@code <encoding> <tokens> <the text decoded again>}. */
final class Jtokkit {
    private Jtokkit() {}

    public static void main(String[] args) {
        var encodings = Encodings.newLazyEncodingRegistry();
        for (var type : EncodingType.values()) {
            var tokens = encodings.getEncoding(type).encodeOrdinary(args[0]);
            System.out.println(type.getName() + " " + tokens.size() + " "
                    + encodings.getEncoding(type).decode(tokens));
        }
    }
}
