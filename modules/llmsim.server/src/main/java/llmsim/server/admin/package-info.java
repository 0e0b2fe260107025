/** The routes by which a running simulator is looked at and steered. */
package llmsim.server.admin;
