package llmsim.engine.flow;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import llmsim.api.dialect.Operation;
import llmsim.api.exchange.Outcome;

/** Calls off a reply that is played into a log, and answers when that is over. */
record CallOffFlow(Handling handling, Operation.CallOff callOff) {

    void run() {
        handling.admit(
                handling.exchange("", false),
                handling.admission("", Optional.empty(), 0),
                account -> account.keep(handling.answers(), settling -> answer(account, settling)));
    }

    private Ended answer(Account account, Consumer<Ended> settling) throws IOException {
        end();
        var done = new Ended(new Outcome.Done(), account.prompt());
        handling.answers().send(callOff.then().answer(handling.services()), () -> settling.accept(done));
        return done;
    }

    private void end() {
        var machinery = handling.machinery();
        var play = machinery.logs().find(handling.adapter().name(), callOff.log());
        if (play.isPresent()) {
            var waiter = machinery.enter();
            try {
                play.get().callOff(waiter);
            } finally {
                machinery.done(waiter);
            }
        }
    }
}
