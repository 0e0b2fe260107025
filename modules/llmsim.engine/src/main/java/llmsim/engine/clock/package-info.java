/** The clocks: the only package that parks threads and asks the JDK for the time. */
package llmsim.engine.clock;
