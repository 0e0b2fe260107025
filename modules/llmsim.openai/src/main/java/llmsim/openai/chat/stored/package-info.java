/** Completions that were stored: list, read, change and delete them. */
package llmsim.openai.chat.stored;
