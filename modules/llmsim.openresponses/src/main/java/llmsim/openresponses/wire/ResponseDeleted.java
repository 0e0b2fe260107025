package llmsim.openresponses.wire;

/** What is left of a response. */
public record ResponseDeleted(String id, String object, boolean deleted) {}
