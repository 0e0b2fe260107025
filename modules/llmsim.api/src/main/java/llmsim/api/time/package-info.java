/** The one way to read the clock and to wait. */
package llmsim.api.time;
