package llmsim.openresponses.wire;

/** What is left of something. */
public record Deleted(String id, String object, boolean deleted) {}
