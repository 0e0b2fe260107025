/** What programs with an SDK see of each fault. */
package llmsim.it.sdk.fault;
