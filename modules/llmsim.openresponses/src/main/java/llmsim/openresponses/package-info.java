/** The Responses API: one dialect, and the facts in which its providers differ. */
package llmsim.openresponses;
