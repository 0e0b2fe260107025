/** Reads latency profiles that users write. */
package llmsim.server.latency;
