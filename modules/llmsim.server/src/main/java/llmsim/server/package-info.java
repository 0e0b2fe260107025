/** The entry point for programs that run a simulator inside themselves. */
package llmsim.server;
