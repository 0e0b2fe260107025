package llmsim.engine.gate;

/**
 * How busy a model is.
 *
 * @param slots that it has; 0 for as many as are wanted
 * @param inUse requests that have one
 * @param queued requests that wait for one
 */
public record SlotLoad(int slots, int inUse, int queued) {}
