/** What Open Responses says when something is wrong. */
package llmsim.openresponses.error;
