/** Who may know what: the requirements of specs/architecture.md that can be seen in the code. */
package llmsim.it.architecture;
