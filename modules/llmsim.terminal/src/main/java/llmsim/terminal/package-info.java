/** The dashboard: what is shown, and the loop that shows it. */
package llmsim.terminal;
