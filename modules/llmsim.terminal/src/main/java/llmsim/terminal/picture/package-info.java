/** Draws what is shown into a buffer of cells; knows no terminal. */
package llmsim.terminal.picture;
