/** What a dashboard shows, as values. */
package llmsim.terminal.shown;
