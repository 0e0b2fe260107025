/** Problems in the provider's words. */
package llmsim.openai.error;
