/** What outlives an exchange: stored answers, conversations, files, counters. */
package llmsim.api.state;
