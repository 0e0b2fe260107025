/** A reply in time: cut into deltas, paced, rendered, framed, written. */
package llmsim.engine.play;
