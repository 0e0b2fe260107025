/** Reads script files, and writes them. */
package llmsim.server.script;
