/** Turns the events of a reply into a chat completion or its chunks. */
package llmsim.openai.chat.render;
