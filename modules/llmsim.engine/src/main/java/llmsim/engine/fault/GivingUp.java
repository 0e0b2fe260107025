package llmsim.engine.fault;

import java.io.IOException;
import llmsim.api.problem.Category;
import llmsim.api.problem.Problem;

/** The provider gives up; it is told by an event, so frames pass. */
record GivingUp() implements Way {
    @Override
    public boolean frame(Frame frame, Wire wire) throws IOException {
        wire.pass(frame);
        return true;
    }

    @Override
    public boolean moment(Wire wire) {
        wire.happens();
        throw Problem.Stated.of(Category.SERVER_ERROR, "").asException();
    }

    @Override
    public boolean event(Wire wire) {
        return moment(wire);
    }
}
