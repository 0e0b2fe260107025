/** What outlives an exchange, kept in memory within bounds. */
package llmsim.engine.store;
