package llmsim.engine.override;

import java.util.List;
import java.util.Optional;
import llmsim.api.spi.LatencyProfile;
import llmsim.api.spi.ResponseGenerator;
import llmsim.engine.Behaviour;
import llmsim.engine.configuration.StreamFault;
import llmsim.engine.fault.ErrorKind;
import llmsim.engine.fault.ForcedError;
import llmsim.engine.latency.ProfileChoice;
import llmsim.engine.source.GeneratorSource;
import llmsim.engine.source.Source;

/** One thing that a call wants for itself. */
public sealed interface Wish {
    /** The behaviour with this wish fulfilled. */
    Behaviour appliedTo(Behaviour present);

    /** Nothing that changes how it is answered. */
    record Nothing() implements Wish {
        @Override
        public Behaviour appliedTo(Behaviour present) {
            return present;
        }
    }

    /** To be answered by the script of a name. */
    record Script(Source script) implements Wish {
        @Override
        public Behaviour appliedTo(Behaviour present) {
            return present.withSources(List.of(script));
        }
    }

    /** To be answered by a generator, and by no script and no mock. */
    record Generator(ResponseGenerator generator) implements Wish {
        @Override
        public Behaviour appliedTo(Behaviour present) {
            return present.withSources(present.sources().stream()
                    .filter(GeneratorSource.class::isInstance)
                    .<Source>map(source -> ((GeneratorSource) source).with(generator))
                    .toList());
        }
    }

    /** Answers of so many tokens, where the generator can choose. */
    record TargetTokens(int tokens) implements Wish {
        @Override
        public Behaviour appliedTo(Behaviour present) {
            return present.withSources(present.sources().stream()
                    .map(source ->
                            source instanceof GeneratorSource generating ? generating.withTargetTokens(tokens) : source)
                    .toList());
        }
    }

    /** A pace, whatever a script or a mock says of theirs. */
    record Latency(LatencyProfile profile) implements Wish {
        @Override
        public Behaviour appliedTo(Behaviour present) {
            return present.withProfiles(ProfileChoice.always(profile))
                    .withSources(present.sources().stream()
                            .map(Latency::atTheUsualPace)
                            .toList());
        }

        private static Source atTheUsualPace(Source source) {
            return asked -> source.decide(asked).map(decided -> decided.at(Optional.empty()));
        }
    }

    /** A seed in place of the run's. */
    record Seed(long seed) implements Wish {
        @Override
        public Behaviour appliedTo(Behaviour present) {
            return present.withSeed(seed);
        }
    }

    /** An error. */
    record Failing(ErrorKind kind) implements Wish {
        @Override
        public Behaviour appliedTo(Behaviour present) {
            return present.withErrors(new ForcedError(kind, present.errors().timeoutAfter()));
        }
    }

    /** An answer that is broken, whatever a script or luck says. */
    record Breaking(StreamFault fault) implements Wish {
        @Override
        public Behaviour appliedTo(Behaviour present) {
            return present.withSources(
                    present.sources().stream().map(this::breaking).toList());
        }

        private Source breaking(Source source) {
            return asked -> source.decide(asked).map(decided -> decided.broken(fault));
        }
    }
}
