package llmsim.engine.gate;

import llmsim.api.content.Message;
import llmsim.api.content.Part;
import llmsim.api.model.Model;
import llmsim.api.problem.Problem;
import llmsim.api.prompt.SimRequest;

/** A model that cannot see takes no images. What an unknown model takes is not known, so it takes all. */
final class InputKinds implements Gate {
    @Override
    public Verdict check(Admission admission) {
        return admission.known().isEmpty()
                        || admission.known().get().sees()
                        || admission.request().isEmpty()
                ? Verdict.PASS
                : withoutImages(admission.known().get(), admission.request().get());
    }

    private static Verdict withoutImages(Model model, SimRequest request) {
        var messages = request.prompt().messages();
        for (var i = 0; i < messages.size(); i++) {
            var at = firstImage(messages.get(i));
            if (at >= 0) {
                return Verdict.refuse(new Problem.UnsupportedInput(model.id(), "image", i, at));
            }
        }
        return Verdict.PASS;
    }

    private static int firstImage(Message message) {
        for (var i = 0; i < message.parts().size(); i++) {
            if (message.parts().get(i) instanceof Part.Image) {
                return i;
            }
        }
        return -1;
    }
}
