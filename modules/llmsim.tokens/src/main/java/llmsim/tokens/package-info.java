/** Tokens of a text: {@link llmsim.tokens.Tokens} to count them alone, {@link llmsim.tokens.JtokkitTokenizer} for the engine. */
package llmsim.tokens;
