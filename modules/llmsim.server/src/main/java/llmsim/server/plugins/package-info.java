/** Finds extensions on the module path, on the class path and in a folder of plugins, whatever state they are in. */
package llmsim.server.plugins;
