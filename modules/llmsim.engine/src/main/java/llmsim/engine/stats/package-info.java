/** Counts what happens, without locks on a request's path. */
package llmsim.engine.stats;
