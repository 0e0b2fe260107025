/** Reads incidents as users write them. */
package llmsim.server.incident;
