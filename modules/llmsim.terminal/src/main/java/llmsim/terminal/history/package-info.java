/** What was seen over time. */
package llmsim.terminal.history;
