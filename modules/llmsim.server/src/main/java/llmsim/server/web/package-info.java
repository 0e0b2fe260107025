/** The dashboard in a browser: one page and its files. */
package llmsim.server.web;
