/** Keys, tokens and certificates over real connections. */
package llmsim.it.access;
