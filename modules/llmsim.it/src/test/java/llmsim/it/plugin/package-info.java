/** A plugin by somebody else, built apart, on every way into llmsim. */
package llmsim.it.plugin;
