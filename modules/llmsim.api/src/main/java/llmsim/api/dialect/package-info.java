/** A provider's API as data: endpoints, operations, facts, and errors in the provider's words. */
package llmsim.api.dialect;
