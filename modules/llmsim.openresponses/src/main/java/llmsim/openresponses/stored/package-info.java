/** Responses that are kept: looking them up, going on from them. */
package llmsim.openresponses.stored;
