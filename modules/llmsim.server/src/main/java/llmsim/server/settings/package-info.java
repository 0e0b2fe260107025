/** The table of settings, the sources that they are read from, and the configuration that comes of it. */
package llmsim.server.settings;
