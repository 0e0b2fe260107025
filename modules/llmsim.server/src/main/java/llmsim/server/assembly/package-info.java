/** Puts settings, extensions and engine together. */
package llmsim.server.assembly;
