/**
 * How much the simulated provider can do at once: slots of models, and the queues of requests that wait for one.
 * {@link llmsim.engine.capacity.Capacity} is the gate that hands them out.
 */
package llmsim.engine.capacity;
