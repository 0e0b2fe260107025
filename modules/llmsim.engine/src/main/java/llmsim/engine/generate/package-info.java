/**
 * The generators that come with llmsim: {@code lorem}, {@code echo}, {@code fixed}, {@code random}, {@code sequence}.
 * Each can be asked alone, with a {@link llmsim.engine.generate.PlainContext}.
 */
package llmsim.engine.generate;
