package llmsim.engine.generate;

/**
 * {@code sequence}: the numbers 1 2 3 and so on, of exactly as many tokens as the target in every vocabulary that comes
 * with llmsim; what is left behind the last number becomes a closing such as a full stop. Thread-safe; keep one, because
 * it remembers how many tokens its numbers have.
 */
public final class Sequence extends Measured {
    /** A generator that has measured nothing yet. */
    public Sequence() {
        super("sequence", encoding -> {
            var numbers = new Numbers(encoding);
            return (tokens, _) -> numbers.write(tokens);
        });
    }
}
