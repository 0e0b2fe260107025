/** Where the statistics of a dashboard come from: this process, or a server over HTTP. */
package llmsim.terminal.feed;
