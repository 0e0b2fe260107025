/** Reads calls: what they must look like, and what they mean. */
package llmsim.openresponses.request;
