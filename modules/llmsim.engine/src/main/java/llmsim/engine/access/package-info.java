/** Who may call: what is kept of secrets, and which of them are accepted. */
package llmsim.engine.access;
