package llmsim.openai.schema;

import java.util.Optional;
import llmsim.api.json.FieldPath;

/**
 * Why the provider refuses a schema.
 *
 * @param where the place in the schema; empty if the schema as a whole is meant
 * @param reason in the provider's words, without a full stop
 */
public record SchemaFault(Optional<FieldPath> where, String reason) {
    static SchemaFault at(FieldPath where, String reason) {
        return new SchemaFault(Optional.of(where), reason);
    }

    static SchemaFault whole(String reason) {
        return new SchemaFault(Optional.empty(), reason);
    }
}
