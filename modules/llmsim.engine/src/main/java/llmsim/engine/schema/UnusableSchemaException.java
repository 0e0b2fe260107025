package llmsim.engine.schema;

import llmsim.api.json.FieldPath;

/** A JSON Schema describes no value, is none, or is over a limit. */
public final class UnusableSchemaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient FieldPath where;
    private final String reason;

    UnusableSchemaException(FieldPath where, String reason) {
        // Thrown for a client's mistake, never logged: a stack trace would be the dearest part of it.
        super(reason + " (at '" + where.bracketed() + "')", null, false, false);
        this.where = where;
        this.reason = reason;
    }

    /** The part of the schema that is at fault, from its root. */
    public FieldPath where() {
        return where;
    }

    /** A phrase without a full stop, such as {@code 'minimum' is greater than 'maximum'}. */
    public String reason() {
        return reason;
    }
}
