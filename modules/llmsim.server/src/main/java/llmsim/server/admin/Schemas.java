package llmsim.server.admin;

/** JSON Schemas of what administration takes and gives, and words for what it refuses. */
final class Schemas {
    static final String OBJECT = "{\"type\":\"object\"}";
    static final String FLAG = "{\"type\":\"boolean\"}";
    static final String WRONG = "Something is wrong, and nothing was changed: error.errors says where and what";
    static final String MOCKS = """
            {"oneOf":[{"type":"array","items":{"type":"object"}},\
            {"type":"object","required":["mocks"],"additionalProperties":false,\
            "properties":{"mocks":{"type":"array","items":{"type":"object"}},\
            "on_no_match":{"enum":["generate","error"]}}}]}""";
    static final String SCRIPTS = """
            {"oneOf":[{"type":"array","items":{"type":"object"}},\
            {"type":"object","required":["scripts"],"additionalProperties":false,\
            "properties":{"scripts":{"type":"array","items":{"type":"object","required":["turns"]}}}}]}""";
    static final String READY = """
            {"type":"object","required":["status","active_requests"],\
            "properties":{"status":{"enum":["ready","draining"]},"active_requests":{"type":"integer"}}}""";

    private Schemas() {}
}
