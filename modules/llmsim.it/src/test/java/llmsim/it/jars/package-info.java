/** What the built jars promise to those who use them. */
package llmsim.it.jars;
