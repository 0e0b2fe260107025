/** What a provider says when it does not answer, as facts; each dialect puts them into its provider's words. */
package llmsim.api.problem;
