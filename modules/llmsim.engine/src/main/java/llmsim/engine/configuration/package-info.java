/** What a user can say about a simulator, read and checked; plain values without files, flags or defaults to look up. */
package llmsim.engine.configuration;
