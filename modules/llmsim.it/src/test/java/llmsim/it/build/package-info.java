/** What builds and starts llmsim: scripts, workflow, bill of materials. */
package llmsim.it.build;
