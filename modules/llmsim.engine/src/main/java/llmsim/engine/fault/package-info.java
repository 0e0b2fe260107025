/** What fails and breaks on purpose, as data: {@link llmsim.engine.fault.ErrorPlan} says which calls get an error. */
package llmsim.engine.fault;
