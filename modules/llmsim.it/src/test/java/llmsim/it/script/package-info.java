/** Scripts over HTTP, as agents meet them. */
package llmsim.it.script;
