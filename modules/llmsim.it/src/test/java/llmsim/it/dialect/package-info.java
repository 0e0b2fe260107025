/** Dialects and the engine together, without HTTP. */
package llmsim.it.dialect;
