package llmsim.engine.play;

import java.util.ArrayList;
import java.util.Optional;
import llmsim.api.prompt.SimRequest;
import llmsim.api.reply.Reply;
import llmsim.api.reply.Usage;
import llmsim.api.spi.LatencyProfile;
import llmsim.api.spi.PacingContext;
import llmsim.api.spi.PacingContext.Load;
import llmsim.api.token.Encoding;
import llmsim.engine.random.Draws;

/** Sets up a reply for the player: cuts it, and gives each choice its pace. */
public record Staging(Encoding encoding, LatencyProfile profile, Load load, boolean reasoningTakesTime) {

    /** The reply, opened at {@code openedNanos}. */
    public Player.Stage stage(Reply reply, SimRequest request, Usage prompt, Draws draws, long openedNanos) {
        var cutter = new Cutter(encoding, request.limits());
        var plays = new ArrayList<ChoicePlay>();
        for (var choice = 0; choice < reply.choices().size(); choice++) {
            var context = new PacingContext(
                    request.prompt().model(),
                    prompt.promptTokens(),
                    prompt.cachedPromptTokens(),
                    load,
                    draws.happening("gaps", choice));
            plays.add(new ChoicePlay(
                    choice,
                    cutter.cut(reply.choices().get(choice)),
                    () -> profile.pace(context),
                    new Logprobs(request.topLogprobs(), draws.saying("logprobs", choice)),
                    reasoningTakesTime));
        }
        return new Player.Stage(plays, openedNanos, Optional.empty());
    }
}
