/** Answers that are broken on purpose, as clients see them. */
package llmsim.it.breaks;
