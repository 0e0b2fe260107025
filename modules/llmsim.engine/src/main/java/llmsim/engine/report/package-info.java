/** One short account of each exchange when it is over, for logs and for the flight recorder. */
package llmsim.engine.report;
