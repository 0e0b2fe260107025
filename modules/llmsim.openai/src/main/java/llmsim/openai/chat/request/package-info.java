/** Reads a chat request: its shape, its rules, and what it means. */
package llmsim.openai.chat.request;
