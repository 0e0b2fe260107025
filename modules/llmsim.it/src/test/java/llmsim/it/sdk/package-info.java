/** The providers' and frameworks' own clients, unmodified, against a running server. */
package llmsim.it.sdk;
