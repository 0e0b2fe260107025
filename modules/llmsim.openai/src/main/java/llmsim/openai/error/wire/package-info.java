/** Errors as records. */
package llmsim.openai.error.wire;
