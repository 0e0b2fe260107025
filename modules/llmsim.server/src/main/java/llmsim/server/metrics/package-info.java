/** What the statistics look like to Prometheus: families of metrics, their formats, and the route that serves them. */
package llmsim.server.metrics;
