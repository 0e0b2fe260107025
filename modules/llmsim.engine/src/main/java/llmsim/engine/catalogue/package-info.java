/** The models that can be asked for, with their limits and prices. */
package llmsim.engine.catalogue;
