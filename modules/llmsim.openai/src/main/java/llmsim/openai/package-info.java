/** The adapter {@code openai}. */
package llmsim.openai;
