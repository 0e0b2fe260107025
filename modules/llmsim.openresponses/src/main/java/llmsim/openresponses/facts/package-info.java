/** Where the providers of the Responses API differ. */
package llmsim.openresponses.facts;
