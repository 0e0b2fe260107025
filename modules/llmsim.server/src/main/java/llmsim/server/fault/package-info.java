/** Reads faults. */
package llmsim.server.fault;
