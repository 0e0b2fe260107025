package llmsim.openresponses.render;

import java.util.ArrayList;
import java.util.List;
import llmsim.api.content.Part;
import llmsim.api.render.Template;
import llmsim.openresponses.wire.OutputContent.Logprob;
import llmsim.openresponses.wire.OutputItem;
import org.jspecify.annotations.Nullable;

/** An item in the making, with what came of it. Not thread-safe. */
final class OpenItem {
    private final Growing item;
    private final List<Logprob> logprobs = new ArrayList<>();
    private @Nullable Template template;
    private Part whole = new Part.Text("");

    OpenItem(Growing item) {
        this.item = item;
    }

    Growing item() {
        return item;
    }

    List<Logprob> logprobs() {
        return logprobs;
    }

    /** Made when it is first needed: an answer that nobody hears needs none. */
    Template template() {
        if (template == null) {
            template = EventFrames.template(item.delta(Template.MARKER, List.of(), Template.NUMBER));
        }
        return template;
    }

    void whole(Part part) {
        whole = part;
    }

    OutputItem ended(String status) {
        return item.ended(whole, logprobs, status);
    }

    void close(Events events) {
        item.close(whole, logprobs, events);
    }
}
