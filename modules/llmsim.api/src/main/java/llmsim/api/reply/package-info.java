/** What a model answers: the reply as a value, and the same as a sequence of events in time. */
package llmsim.api.reply;
