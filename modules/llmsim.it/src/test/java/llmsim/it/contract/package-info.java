/** The extensions that come with llmsim, held to the contracts of the testkit. */
package llmsim.it.contract;
