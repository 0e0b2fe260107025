package llmsim.engine.tool;

import java.util.ArrayList;
import llmsim.api.content.Part;
import llmsim.api.reply.Completion;

/** Calls that a generator makes by itself. */
record OwnCalls(Completion said) {

    static OwnCalls of(Completion said) {
        return new OwnCalls(said);
    }

    /** Whether there are any. */
    boolean any() {
        return said.parts().stream().anyMatch(Part.ToolCall.class::isInstance);
    }

    /** What was said without the calls that the request does not permit. */
    Completion within(Permission permission) {
        if (!any()) {
            return said;
        }
        var parts = new ArrayList<Part>();
        var called = false;
        for (var part : said.parts()) {
            if (part instanceof Part.ToolCall call) {
                var kept = permission.allows(call) && (permission.several() || !called);
                called |= kept;
                if (!kept) {
                    continue;
                }
            }
            parts.add(part);
        }
        return parts.size() == said.parts().size() ? said : Completion.of(parts);
    }
}
