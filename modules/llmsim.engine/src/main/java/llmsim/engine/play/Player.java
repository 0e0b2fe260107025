package llmsim.engine.play;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import llmsim.api.exchange.Outcome;
import llmsim.api.problem.Problem;
import llmsim.api.render.Rendering.Start;
import llmsim.api.reply.ReplyEvent;
import llmsim.api.reply.ReplyEvent.Cancelled;
import llmsim.api.reply.ReplyEvent.Delta;
import llmsim.api.reply.ReplyEvent.Failed;
import llmsim.api.reply.ReplyEvent.Finished;
import llmsim.api.reply.Usage;
import llmsim.api.time.Waiter;
import llmsim.api.time.Wake;

/**
 * Plays the choices of one reply against the clock, interleaved by due time. A whole answer is the same play, of which
 * nothing leaves before its end, so it waits once instead of for every delta, unless its pace is live. Used once, by one
 * thread.
 */
public final class Player {
    private final Stage stage;
    private final Waiter waiter;
    private final Meter meter;
    private final Framer framer;
    private final Consumer<ReplyEvent> events;

    /**
     * @param prompt the prompt's tokens, with which usage begins
     * @param events what every event goes to: the renderer, and whoever keeps a copy
     */
    public Player(Stage stage, Waiter waiter, Usage prompt, Framer framer, Consumer<ReplyEvent> events) {
        this.stage = stage;
        this.waiter = waiter;
        this.meter = new Meter(prompt);
        this.framer = framer;
        this.events = events;
    }

    /** Usage by what was sent so far. */
    public Usage usage() {
        return meter.sent();
    }

    /**
     * Plays to the end, or until the client goes, somebody cancels, or the answer is broken off on purpose. Throws the
     * stage's problem when that is due.
     *
     * @param ready asked when what leaves at once has left
     * @param settling told how it ends when nothing can fail any more but the client, before it has the end; usage is
     *     final then
     */
    public Outcome play(Start start, Ready ready, Consumer<Outcome> settling) {
        try {
            if (start == Start.AT_ONCE && !framer.whole()) {
                framer.due(stage.opened());
                stage.choices().forEach(choice -> choice.start(this::tell));
            }
            var begin = ready.await();
            return begin.isPresent() && playChoices(begin.getAsLong(), settling)
                    ? framer.writer().outcome()
                    : new Outcome.Cancelled();
        } catch (ClientGone _) {
            return new Outcome.Cancelled();
        } catch (BrokenOff broken) {
            meter.mark(broken.tokens());
            settling.accept(broken.outcome());
            return broken.perform() ? broken.outcome() : new Outcome.Cancelled();
        }
    }

    /**
     * Tells the client in the middle of its answer that the provider gives up.
     *
     * @param beforeEnd done before the client has the end; usage is final then
     */
    public void fail(Problem problem, Runnable beforeEnd) {
        end(usage -> new Failed(problem, usage), beforeEnd);
    }

    /**
     * Tells everyone who hears of the answer that it was called off.
     *
     * @param beforeEnd done before they have the end; usage is final then
     */
    public void callOff(Runnable beforeEnd) {
        end(Cancelled::new, beforeEnd);
    }

    private void end(Function<Usage, ReplyEvent> last, Runnable beforeEnd) {
        try {
            framer.closing(() -> {
                markSent();
                beforeEnd.run();
            });
            tell(last.apply(meter.sent()));
            framer.end();
        } catch (ClientGone _) {
            // Nobody is left to be told.
        } catch (BrokenOff broken) {
            beforeEnd.run();
            broken.perform();
        }
    }

    private boolean playChoices(long beginNanos, Consumer<Outcome> settling) {
        framer.writer().setOff(beginNanos);
        stage.choices().forEach(choice -> choice.setOff(beginNanos));
        var turn = new Turn(stage.choices());
        var stepByStep = !framer.whole() || stage.live();
        var last = stage.firstDue(beginNanos);
        if ((stepByStep || stage.problem().isPresent()) && !waitUntil(last)) {
            return false;
        }
        stage.problem().ifPresent(problem -> {
            throw problem.asException();
        });
        // All choices open together, however unlike their pace: clients take a choice that they have not heard of for
        // none, and one that ends before it for the last.
        framer.due(last);
        stage.choices().forEach(choice -> choice.begin(this::tell));
        for (var next = turn.next(); next != null; next = turn.next()) {
            last = next.due();
            if (stepByStep && !waitUntil(last)) {
                return false;
            }
            framer.due(last);
            next.step(this::tell);
        }
        if (!waitUntil(last)) {
            return false;
        }
        framer.closing(() -> {
            if (!framer.writer().abridges()) {
                meter.mark();
            }
            settling.accept(framer.writer().outcome());
        });
        tell(new Finished(meter.usage()));
        framer.end();
        return true;
    }

    private boolean waitUntil(long dueNanos) {
        var alarm = framer.writer().alarm();
        if (alarm <= dueNanos) {
            if (!await(alarm)) {
                return false;
            }
            framer.ring();
        }
        return framer.writer().abridges() || await(dueNanos);
    }

    private boolean await(long dueNanos) {
        Wake wake;
        do {
            wake = waiter.await(dueNanos);
        } while (wake == Wake.SIGNALLED);
        return wake == Wake.DUE;
    }

    private void tell(ReplyEvent event) {
        framer.writer().hear(event);
        meter.count(event);
        if (event instanceof Delta delta) {
            framer.carry(delta.tokens());
        }
        events.accept(event);
        markSent();
    }

    private void markSent() {
        if (framer.carried() == 0) {
            meter.mark();
        }
    }

    /** What a reply waits for between its opening and its time. */
    @FunctionalInterface
    public interface Ready {
        /** Returns when it is there, in nanoseconds of the clock; empty if it never will be. */
        OptionalLong await();
    }

    /**
     * What is played.
     *
     * @param opened when the reply was opened, in nanoseconds of the clock; its time begins when it is ready
     * @param problem what comes instead of the first token
     */
    public record Stage(List<ChoicePlay> choices, long opened, Optional<Problem> problem) {
        public Stage {
            choices = List.copyOf(choices);
        }

        /** The same with a problem in place of the first token. */
        public Stage failing(Problem instead) {
            return new Stage(choices, opened, Optional.of(instead));
        }

        boolean live() {
            return choices.stream().anyMatch(ChoicePlay::live);
        }

        /** Completion tokens of all choices. */
        public long tokens() {
            return choices.stream().mapToLong(ChoicePlay::tokens).sum();
        }

        /** When the first of all choices has its first token. */
        long firstDue(long beginNanos) {
            return choices.stream().mapToLong(ChoicePlay::due).min().orElse(beginNanos);
        }
    }
}
