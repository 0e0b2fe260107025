/** Reads conditions on requests, for mocks and for the turns of scripts. */
package llmsim.server.match;
