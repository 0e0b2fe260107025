package llmsim.engine.generate;

/**
 * {@code lorem}: sentences of Latin words, of exactly as many tokens as the target in every vocabulary that comes with
 * llmsim. Thread-safe; keep one, because it remembers how many tokens its words have.
 */
public final class Lorem extends Measured {
    /** A generator that has measured nothing yet. */
    public Lorem() {
        super("lorem", encoding -> {
            var words = LoremWords.measured(encoding);
            return (tokens, random) -> new LoremText(words, tokens, random).write();
        });
    }
}
