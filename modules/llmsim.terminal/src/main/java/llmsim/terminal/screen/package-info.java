/** A terminal that is borrowed for a while, and given back whole. */
package llmsim.terminal.screen;
