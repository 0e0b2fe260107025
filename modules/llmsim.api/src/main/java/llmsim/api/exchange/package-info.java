/** A call and what becomes of it: what arrived, from whom, and how it ended. */
package llmsim.api.exchange;
