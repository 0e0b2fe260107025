package llmsim.openresponses.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import llmsim.api.content.Part;
import llmsim.api.render.FrameKind;
import llmsim.api.reply.Finish;
import llmsim.api.reply.ReplyEvent;
import llmsim.api.reply.ReplyEvent.TextDelta;
import llmsim.openresponses.wire.OutputItem;
import llmsim.openresponses.wire.Response;
import llmsim.openresponses.wire.ResponseEvent;

/**
 * Follows a reply from its first event to its last, and makes items of its parts: each part is one. Streamed and whole
 * answers and stored copies are the same course; they differ in who hears of it.
 */
final class Course {
    private final Echo echo;
    private final ItemMaker maker;
    private final Events events;
    private final boolean withLogprobs;
    private final Map<Integer, OpenItem> open = new HashMap<>();
    private final List<OutputItem> output = new ArrayList<>();
    private Optional<OpenItem> last = Optional.empty();
    private Finish finish = Finish.STOP;
    private String status = QueuedResponse.STATUS;

    Course(Echo echo, Events events) {
        this.echo = echo;
        this.maker = new ItemMaker(echo);
        this.events = events;
        this.withLogprobs = echo.opening().request().topLogprobs().isPresent();
    }

    void follow(ReplyEvent event) {
        switch (event) {
            case ReplyEvent.Started _ -> begin();
            case ReplyEvent.PartStarted(var _, var part, var opening) -> open(part, opening);
            case TextDelta delta -> text(delta);
            case ReplyEvent.SummaryDelta(var _, var part, var text) -> splice(part, text);
            case ReplyEvent.PartDone(var _, var part, var whole) -> done(part, whole);
            case ReplyEvent.ChoiceFinished(var _, var how) -> finish(how);
            case ReplyEvent.Finished _,
                    ReplyEvent.Failed _,
                    ReplyEvent.Cancelled _,
                    ReplyEvent.Delta _,
                    ReplyEvent.Progress _,
                    ReplyEvent.Open _ -> {}
        }
    }

    private void begin() {
        if (echo.inBackground()) {
            lifecycle("response.created");
            lifecycle("response.queued");
        } else {
            status = Growing.DOING;
            lifecycle("response.created");
            lifecycle("response.in_progress");
        }
    }

    /** In the background a response waits until there is something of it. */
    private void leaveQueue() {
        if (status.equals(QueuedResponse.STATUS)) {
            status = Growing.DOING;
            lifecycle("response.in_progress");
        }
    }

    private void lifecycle(String type) {
        var response = underWay();
        events.tell(FrameKind.HEAD, number -> new ResponseEvent.Lifecycle(type, response, number));
    }

    /** How far it is, until it has ended. */
    String status() {
        return status;
    }

    /** The response on its way. */
    Response underWay() {
        return echo.response(Echo.Stage.begun(status));
    }

    private void open(int part, Part opening) {
        leaveQueue();
        maker.make(opening, output.size() + (last.isPresent() ? 1 : 0)).ifPresent(item -> {
            closeLast(Growing.DONE);
            var begun = new OpenItem(item);
            open.put(part, begun);
            var index = output.size();
            events.tell(
                    FrameKind.HEAD,
                    number -> new ResponseEvent.Item("response.output_item.added", index, item.begun(), number));
            item.open(events);
        });
    }

    private void text(TextDelta delta) {
        var item = open.get(delta.part());
        if (item == null) {
            return;
        }
        if (withLogprobs && !delta.logprobs().isEmpty() && item.item() instanceof GrowingText) {
            var logprobs = Logprobs.wire(delta.logprobs());
            item.logprobs().addAll(logprobs);
            events.tell(FrameKind.DELTA, number -> item.item().delta(delta.text(), logprobs, number));
        } else if (!delta.text().isEmpty()) {
            events.splice(item.template(), delta.text());
        }
    }

    private void splice(int part, String text) {
        var item = open.get(part);
        if (item != null && !text.isEmpty()) {
            events.splice(item.template(), text);
        }
    }

    /** An item's end waits for what comes next: only then is it known whether the item was cut. */
    private void done(int part, Part whole) {
        var item = open.remove(part);
        if (item != null) {
            item.whole(whole);
            last = Optional.of(item);
        }
    }

    private void closeLast(String status) {
        last.ifPresent(item -> {
            var ended = item.ended(status);
            item.close(events);
            var index = output.size();
            output.add(ended);
            events.tell(
                    FrameKind.END, number -> new ResponseEvent.Item("response.output_item.done", index, ended, number));
        });
        last = Optional.empty();
    }

    private void finish(Finish how) {
        leaveQueue();
        finish = how;
        closeLast(incomplete().isPresent() ? "incomplete" : Growing.DONE);
    }

    private Optional<Response.IncompleteDetails> incomplete() {
        return switch (finish.reason()) {
            case LENGTH -> Optional.of(new Response.IncompleteDetails("max_output_tokens"));
            case CONTENT_FILTER -> Optional.of(new Response.IncompleteDetails("content_filter"));
            case STOP, STOP_SEQUENCE, TOOL_CALLS, REFUSAL, PAUSE, OTHER -> Optional.empty();
        };
    }

    /** The response at its end. */
    Response completed(ReplyEvent.Finished finished) {
        var incomplete = incomplete();
        return echo.response(new Echo.Stage(
                incomplete.isPresent() ? "incomplete" : Growing.DONE,
                List.copyOf(output),
                Optional.of(finished.usage()),
                incomplete.orElse(null),
                null));
    }

    /** The response that failed; as in OpenAI's description nobody learns what it used. */
    Response failed(ReplyEvent.Failed failed) {
        return echo.response(
                new Echo.Stage("failed", List.copyOf(output), Optional.empty(), null, echo.error(failed.problem())));
    }

    /** The response that was called off. */
    Response cancelled() {
        return echo.response(new Echo.Stage("cancelled", List.copyOf(output), Optional.empty(), null, null));
    }
}
