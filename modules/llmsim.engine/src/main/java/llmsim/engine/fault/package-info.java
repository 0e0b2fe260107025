/** What fails and breaks on purpose, as data: {@link llmsim.engine.fault.ErrorPlan} says which calls get an error, {@link
 * llmsim.engine.fault.Luck} which answers are broken and how. */
package llmsim.engine.fault;
