/** The program {@code llmsim}: commands, start-up lines, log. */
package llmsim.cli;
