/** The way of one call through the engine: received, parsed, admitted, answered, accounted for. */
package llmsim.engine.flow;
