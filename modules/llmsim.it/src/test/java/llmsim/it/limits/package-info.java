/** Limits as clients meet them. */
package llmsim.it.limits;
