/** Serves the entrance of a simulator over HTTP/1.1: connections, limits, routing, and the bytes of answers. */
package llmsim.server.http;
