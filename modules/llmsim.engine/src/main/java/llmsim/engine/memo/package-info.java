/** Remembering what was worked out lately. */
package llmsim.engine.memo;
