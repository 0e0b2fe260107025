package llmsim.openai.chat.request;

import java.util.Optional;
import llmsim.api.json.FieldPath;
import llmsim.api.problem.Problem.InvalidField;
import llmsim.api.problem.Violation;

/** Faults in whole sentences of the provider's. */
final class Wrong {
    private Wrong() {}

    /** With a code. */
    static Optional<InvalidField> at(FieldPath path, String sentence, String code) {
        return Optional.of(new InvalidField(path, new Violation.Broken(sentence, code)));
    }

    /** Without a code, as the older part of the API says it. */
    static Optional<InvalidField> at(FieldPath path, String sentence) {
        return at(path, sentence, "");
    }
}
