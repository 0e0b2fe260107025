/** What the simulator says of itself is what happened. */
package llmsim.it.observe;
