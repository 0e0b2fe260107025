package llmsim.openai.models.wire;

/**
 * A model.
 *
 * @param created seconds since 1970
 */
public record Model(String id, String object, long created, String ownedBy) {
    /** A model by its facts. */
    public static Model of(String id, long created, String ownedBy) {
        return new Model(id, "model", created, ownedBy);
    }
}
