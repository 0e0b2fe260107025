package llmsim.engine.play;

import static org.assertj.core.api.Assertions.assertThat;

import llmsim.api.reply.Completion;
import llmsim.api.reply.Reply;
import llmsim.api.reply.ReplyEvent;
import llmsim.api.reply.TokenLogprob;
import llmsim.engine.trial.Rig;
import llmsim.engine.trial.SteadyProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogprobsTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 20})
    void everyPieceHasItsProbabilityAndAsManyAlternativesAsAsked(int top) {
        var reply = Reply.of(Completion.text("Say the test, is it?\n And 👋"));
        var played =
                Played.of(reply, Played.Way.streamed(new SteadyProfile(1, 1, 3)).withLogprobs(top));

        for (var delta : played.events(ReplyEvent.TextDelta.class)) {
            assertThat(String.join(
                            "",
                            delta.logprobs().stream().map(TokenLogprob::token).toList()))
                    .isEqualTo(delta.text());
            delta.logprobs().forEach(each -> check(each, top));
        }
    }

    @Test
    void withoutBeingAskedThereAreNone() {
        var played = Played.of(Reply.of(Completion.text("Hi there")), Played.Way.streamed(Rig.STEADY));

        assertThat(played.events(ReplyEvent.TextDelta.class))
                .allSatisfy(delta -> assertThat(delta.logprobs()).isEmpty());
    }

    private static void check(TokenLogprob token, int top) {
        assertThat(token.logprob()).isNegative();
        assertThat(token.alternatives()).hasSize(top);
        if (top > 0) {
            assertThat(token.alternatives().getFirst())
                    .isEqualTo(new TokenLogprob.Alternative(token.token(), token.logprob()));
            assertThat(token.alternatives().stream().map(TokenLogprob.Alternative::token))
                    .doesNotHaveDuplicates();
            var probabilities = token.alternatives().stream()
                    .map(TokenLogprob.Alternative::logprob)
                    .map(Math::exp)
                    .toList();
            assertThat(probabilities).isSortedAccordingTo((a, b) -> Double.compare(b, a));
            assertThat(probabilities.stream().mapToDouble(each -> each).sum()).isLessThanOrEqualTo(1);
        }
    }
}
