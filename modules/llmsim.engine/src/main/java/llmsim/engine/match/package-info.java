/** Conditions on a request, compiled once: whether it fulfils them, and if not, why. */
package llmsim.engine.match;
