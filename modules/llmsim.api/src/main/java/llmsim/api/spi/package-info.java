/**
 * What can be added from outside. Each is found by {@link java.util.ServiceLoader}, has a name, and takes its settings
 * by {@code configured}, which returns the instance to use: the one that was found is only a prototype, and has no state.
 */
package llmsim.api.spi;
