/** Texts and numbers in few columns; whatever comes from outside is made harmless here. */
package llmsim.terminal.text;
