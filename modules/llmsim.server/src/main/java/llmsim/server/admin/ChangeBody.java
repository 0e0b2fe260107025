package llmsim.server.admin;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;
import java.util.function.Function;
import llmsim.api.dialect.Answer;
import llmsim.api.exchange.Body;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.ConfigurationException;
import llmsim.server.document.Document;
import llmsim.server.document.Limits;
import llmsim.server.document.Raw;
import llmsim.server.http.SystemCall;

/** Reads the body of a call: JSON, said to be JSON, of at most 1 MiB, 32 levels and 100,000 values. */
final class ChangeBody {
    private static final Limits LIMITS = new Limits(1 << 20, 32, 100_000, false);
    private static final String NAME = "body.json";

    private ChangeBody() {}

    /** The answer to what the body says, or to what is wrong with it. */
    static Answer read(SystemCall call, Function<Raw, Answer> answer) {
        if (!(call.incoming().body() instanceof Body.Raw(var type, var bytes)) || bytes.length() == 0) {
            return Answers.refused(400, "the body must be JSON, and there is none");
        }
        if (!isJson(type)) {
            return Answers.refused(415, "the content-type must be application/json");
        }
        if (bytes.length() > LIMITS.bytes()) {
            return Answers.refused(413, "the body must have at most " + LIMITS.bytes() + " bytes");
        }
        return parsed(bytes.toByteArray(), answer);
    }

    private static boolean isJson(String type) {
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json");
    }

    private static Answer parsed(byte[] bytes, Function<Raw, Answer> answer) {
        var errors = new ArrayList<ConfigurationError>();
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            var raw = Document.parse(NAME, text, LIMITS, errors::add);
            return errors.isEmpty() && raw.isPresent() ? answer.apply(raw.get()) : Answers.wrong(errors);
        } catch (CharacterCodingException _) {
            return Answers.refused(400, "the body is not UTF-8 text");
        } catch (ConfigurationException e) {
            return Answers.wrong(e.errors());
        }
    }
}
