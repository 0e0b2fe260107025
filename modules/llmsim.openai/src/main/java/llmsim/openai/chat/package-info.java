/**
 * Chat completions as OpenAI has them, for adapters of providers that are compatible.
 *
 * <p>{@link llmsim.openai.chat.ChatDialect} has the endpoints, the errors and the limit headers;
 * {@link llmsim.openai.chat.ChatFacts} says what differs.
 */
package llmsim.openai.chat;
