/** Administration of a server that runs. */
package llmsim.it.admin;
