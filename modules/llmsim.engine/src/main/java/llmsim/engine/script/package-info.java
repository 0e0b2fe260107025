/** Conversations that were written in advance: each admitted generation gets the next turn. */
package llmsim.engine.script;
