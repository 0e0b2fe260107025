/** Bodies and events, named and ordered as the published descriptions of the API have them. */
package llmsim.openresponses.wire;
