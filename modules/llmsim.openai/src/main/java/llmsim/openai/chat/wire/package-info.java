/** Requests and answers of chat completions as records, named and ordered as in the provider's schema. */
package llmsim.openai.chat.wire;
