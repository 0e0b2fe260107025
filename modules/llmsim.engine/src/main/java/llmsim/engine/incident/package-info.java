/** A bad day as data: what goes wrong, when, for how long, and for whom. */
package llmsim.engine.incident;
